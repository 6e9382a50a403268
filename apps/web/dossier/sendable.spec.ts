import { describe, expect, it } from '@jest/globals';
import { changeOf } from './dossier-input.js';
import type { Leaves } from './leaves.js';
import { sendableOf } from './sendable.js';

const base: Leaves = {
  ...{ title: 'Visits', summary: '', purposes: ['P-1'], 'purposes.P-1.statement': 'Place teams.' },
  ...{ dataItems: ['D-1'], 'dataItems.D-1.name': 'Visits', 'dataItems.D-1.about': 'Families' },
  ...{ 'dataItems.D-1.identifiability': 'aggregate', 'dataItems.D-1.purposeIds': ['P-1'] },
  'answers.PM-1': { value: 'To place teams.', gap: null, evidence: [] },
};
const questions = new Map(
  [
    { id: 'PM-1', answerType: 'long_text', options: [], columns: [] },
    { id: 'PR-3', answerType: 'choice_per_purpose', options: [], columns: [] },
    { id: 'RK-17', answerType: 'choice_text', options: ['low', 'high'], columns: [] },
  ].map(each => [each.id, each]),
);
const outcome = (changes: Leaves, conflicts: string[] = []) => {
  const { sent, held } = sendableOf({ base, mine: { ...base, ...changes }, conflicts }, questions);
  return { change: changeOf(base, sent), held: held.map(({ place, why }) => [place, why]) };
};

describe('What can be saved', () => {
  it('is only what changed', () =>
    expect(outcome({ summary: 'Counts.' })).toEqual({ change: { dossier: { summary: 'Counts.' } }, held: [] }));

  it('is the rest, when a row has a fault', () => {
    const { change, held } = outcome({ 'purposes.P-1.statement': '', summary: 'Counts.' });
    expect([change, held]).toEqual([{ dossier: { summary: 'Counts.' } }, [['purposes.P-1.statement', 'blank']]]);
  });

  it('has no new row before it is whole, and nothing that points to it', () => {
    const { change, held } = outcome({ purposes: ['P-1', 'P-2'], 'dataItems.D-1.purposeIds': ['P-1', 'P-2'] });
    expect([change, held]).toEqual([undefined, [['purposes.P-2.statement', 'blank']]]);
  });

  it('leaves out all of a row that waits, whatever stands in it', () => {
    const { change, held } = outcome({ purposes: ['P-1', 'P-2'], 'purposes.P-2.benefit': 'Shorter waits.' });
    expect([change, held]).toEqual([undefined, [['purposes.P-2.statement', 'blank']]]);
  });

  it.each([
    [
      'a saved answer that was cleared',
      { 'answers.PM-1': { value: null, gap: null, evidence: [] } },
      'answers.PM-1',
      'not-removable',
    ],
    ['a gap without words', { 'answers.PM-1': { value: null, gap: ' ', evidence: [] } }, 'answers.PM-1', 'unfinished'],
    [
      'a choice without its words',
      { 'answers.RK-17': { value: { choice: 'low' }, gap: null, evidence: [] } },
      'answers.RK-17',
      'unfinished',
    ],
    [
      'a rung for some purpose only',
      { 'answers.PR-3': { value: {}, gap: null, evidence: [] } },
      'answers.PR-3',
      'unfinished',
    ],
    ['a number that is none', { 'facts.populationSize': 'many' }, 'facts.populationSize', 'not-a-number'],
    ['signs that turn the direction', { summary: 'abc\u202Edef' }, 'summary', 'hidden-signs'],
  ])('is not %s', (_, changes, place, why) =>
    expect(outcome(changes as Leaves)).toEqual({ change: undefined, held: [[place, why]] }),
  );

  it('is not what waits for a choice', () =>
    expect(outcome({ summary: 'Mine.' }, ['summary'])).toEqual({ change: undefined, held: [['summary', 'conflict']] }));
});
