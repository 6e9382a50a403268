// A preview says what saving does, and writes nothing.
import { describe, expect, it } from '@jest/globals';
import {
  allSignedOff,
  answer,
  approved,
  drafted,
  given,
  inReview,
  people,
  proposalAfter,
  reviseProposal,
  t1Facts,
  t3Facts,
  purpose,
  type Journey,
} from '../../test/builders/index.js';
import { catalogue } from './catalogue/index.js';
import { previewRevision } from './preview.js';
import { isProblem } from './problems.js';
import { checkShape } from './proposal/check-shape.js';
import type { CommandOf } from './proposal/commands.js';
import type { Proposal } from './proposal/proposal.js';

const shaped = (dossier: object): CommandOf<'ReviseProposal'>['dossier'] => {
  const checked = checkShape('ReviseProposal', { proposalId: 'p', expectedVersion: 1, dossier });
  if (isProblem(checked)) throw new Error(JSON.stringify(checked));
  return (checked as CommandOf<'ReviseProposal'>).dossier;
};
const preview = (proposal: Proposal, dossier: object) =>
  previewRevision(proposal, shaped(dossier), { actor: people.approver, catalogue, at: '2026-03-02T10:00:00.000Z' });

describe('previewRevision', () => {
  const signed = proposalAfter(inReview('T2'), allSignedOff('T2'));

  it('says what would change, stay and become stale', () => {
    expect(preview(signed, { retention: 'Ten years.' })).toEqual({
      changedPaths: ['retention'],
      tier: 'T2',
      stays: ['purpose', 'consultation', 'transparency'],
      becomesStale: ['proportionality', 'privacy_risk'],
      blockers: [],
    });
  });

  it('says nothing when nothing changes', () => {
    expect(preview(signed, {})).toEqual({
      changedPaths: [],
      tier: 'T2',
      stays: ['purpose', 'proportionality', 'privacy_risk', 'consultation', 'transparency'],
      becomesStale: [],
      blockers: [],
    });
  });

  it('says which tier the facts call for, and what submission would then wait for', () => {
    const said = preview(proposalAfter(drafted()), { facts: t3Facts });
    expect(said).toMatchObject({
      tier: 'T3',
      changedPaths: expect.arrayContaining(['facts.identifiability', 'facts.sensitiveService']),
    });
    expect(!isProblem(said) && said.blockers).toEqual(
      expect.arrayContaining([{ code: 'question-unanswered', subject: 'PM-4' }]),
    );
  });

  it.each<[string, Journey, object]>([
    ['a purpose', inReview('T3'), { purposes: [purpose('P-1', { benefit: 'More.' })] }],
    ['facts', inReview(), { facts: { ...t1Facts, maoriDataInterest: true } }],
    ['a rise of tier', inReview(), { facts: { identifiability: 'identified' } }],
  ])('says of %s what saving then does', (_, journey, dossier) => {
    const tier = proposalAfter(journey).tier as 'T1' | 'T3';
    const before = given(journey, allSignedOff(tier));
    const said = preview(before.proposal, dossier);
    const { proposal, events } = before.when(reviseProposal(dossier)).accepted();
    const stale = events.flatMap(event => (event.type === 'SignOffMadeStale' ? [event.signOff] : []));
    expect(said).toMatchObject({ tier: proposal.tier });
    expect(!isProblem(said) && [...said.becomesStale].sort()).toEqual(stale.sort());
  });

  it('refuses what is INVALID for saving, and says as blockers what would block it', () => {
    expect(preview(signed, { facts: { weather: 1 } })).toMatchObject({
      kind: 'INVALID',
      faults: [{ path: 'facts.weather', code: 'unknown-fact' }],
    });
    expect(preview(signed, { facts: { urgentSafety: true } })).toMatchObject({
      becomesStale: [],
      blockers: [{ code: 'use-urgent-lane', subject: 'facts.urgentSafety' }],
    });
    expect(preview(signed, { answers: [answer('PM-12', 'maybe')] })).toMatchObject({ kind: 'INVALID' });
    expect(preview(proposalAfter(approved()), { summary: 'x' })).toMatchObject({
      changedPaths: [],
      blockers: [{ code: 'wrong-state' }],
    });
  });

  it('writes nothing', () => {
    const before = JSON.stringify(signed);
    preview(signed, { facts: t3Facts, purposes: [purpose(), purpose('P-2')] });
    expect(JSON.stringify(signed)).toBe(before);
  });
});
