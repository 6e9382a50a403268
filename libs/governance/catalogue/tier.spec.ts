// The tier rules, case by case, and how a tier holds over time.
import { describe, expect, it } from '@jest/globals';
import { catalogue } from './load.js';
import { tierFor, tierOfFacts } from './tier.js';

const identified = { identifiability: 'identified' };
const pseudonymous = { identifiability: 'pseudonymous' };
const deIdentified = { identifiability: 'de_identified' };

describe('the tier that facts call for (rules: facts and tier)', () => {
  it.each<[string, object, string]>([
    ['nothing', {}, 'T1'],
    ['aggregate', { identifiability: 'aggregate' }, 'T1'],
    [
      'aggregate about children in a sensitive service',
      { identifiability: 'aggregate', aboutChildren: true, sensitiveService: true },
      'T1',
    ],
    ['de-identified', deIdentified, 'T1'],
    ...['usesLinkage', 'sensitiveService', 'aboutChildren', 'maoriDataInterest'].map(
      (fact): [string, object, string] => [`de-identified and ${fact}`, { ...deIdentified, [fact]: true }, 'T2'],
    ),
    ['pseudonymous', pseudonymous, 'T2'],
    ['identified', identified, 'T2'],
    ...['sensitiveService', 'aboutChildren', 'fundingConditional', 'noChoice', 'notificationWithheld'].flatMap(
      (fact): [string, object, string][] => [
        [`identified and ${fact}`, { ...identified, [fact]: true }, 'T3'],
        [`pseudonymous and ${fact}`, { ...pseudonymous, [fact]: true }, 'T3'],
      ],
    ),
    ['identified, of 9 999 people', { ...identified, populationSize: 9_999 }, 'T2'],
    ['identified, of 10 000 people', { ...identified, populationSize: 10_000 }, 'T3'],
    ['a computer that decides', { automatedDecision: true }, 'T3'],
    ['an urgent danger', { ...identified, urgentSafety: true }, 'U'],
    ['an urgent danger, in bulk', { ...identified, urgentSafety: true, bulk: true }, 'T2'],
    ['an urgent danger, every month', { ...identified, urgentSafety: true, recurring: true }, 'T2'],
    ['an urgent danger, for funding', { ...identified, urgentSafety: true, fundingConditional: true }, 'T3'],
  ])('%s: %j is %s', (_, facts, tier) => {
    expect(tierOfFacts(catalogue, facts as never)).toBe(tier);
  });

  it('reads an absent boolean as false', () => {
    expect(tierOfFacts(catalogue, { ...deIdentified, usesLinkage: false })).toBe(tierOfFacts(catalogue, deIdentified));
  });
});

describe('the tier a proposal has (rules: facts and tier)', () => {
  const submittedAt = '2026-03-02T09:00:00.000Z';

  it('rises and falls before submission, and never falls after it', () => {
    expect(tierFor(catalogue, deIdentified, { tier: 'T3' })).toBe('T1');
    expect(tierFor(catalogue, deIdentified, { tier: 'T3', submittedAt })).toBe('T3');
    expect(tierFor(catalogue, identified, { tier: 'T1', submittedAt })).toBe('T2');
  });

  it('never falls below what it was raised to', () => {
    expect(tierFor(catalogue, deIdentified, { tier: 'T2', raisedTo: 'T2' })).toBe('T2');
    expect(tierFor(catalogue, { automatedDecision: true }, { tier: 'T2', raisedTo: 'T2' })).toBe('T3');
  });

  it('is the urgent lane whatever it was', () => {
    expect(tierFor(catalogue, { urgentSafety: true }, { tier: 'T3', raisedTo: 'T3', submittedAt })).toBe('U');
  });
});
