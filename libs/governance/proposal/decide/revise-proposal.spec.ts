// Revising: what is kept, what is replaced, what is INVALID, and where the tier goes.
import { describe, expect, it } from '@jest/globals';
import {
  allSignedOff,
  alternative,
  answer,
  approved,
  drafted,
  event,
  gap,
  given,
  inReview,
  person,
  proposeAlternative,
  purpose,
  raiseTier,
  recordDecision,
  returned,
  reviseProposal,
  submitted,
  t1,
  t1Facts,
  t2Facts,
  t3Facts,
  withdrawProposal,
} from '../../../../test/builders/index.js';

describe('reviseProposal (rules: commands 3)', () => {
  it.each([
    ['DRAFTING', [drafted()]],
    ['IN_REVIEW', [submitted()]],
    ['AWAITING_DECISION', [submitted(), allSignedOff()]],
    ['RETURNED', [submitted(), returned()]],
  ])('lets the author revise in %s', (state, journey) => {
    const before = given(journey);
    expect(before.proposal.state).toBe(state);
    const { proposal } = before.when(reviseProposal({ summary: 'Said better.' })).accepted();
    expect(proposal).toMatchObject({
      state,
      version: before.proposal.version + 1,
      revision: before.proposal.revision + 1,
    });
  });

  it.each([
    ['APPROVED', [approved()]],
    ['DECLINED', [submitted(), recordDecision('DECLINED', { wouldChangeIt: 'Fewer items.' })]],
    ['REDIRECTED', [submitted(), recordDecision('REDIRECTED')]],
    ['WITHDRAWN', [drafted(), withdrawProposal()]],
  ])('is blocked in %s', (_, journey) => {
    given(journey)
      .when(reviseProposal({ summary: 'Too late.' }))
      .refuses('BLOCKED', { code: 'wrong-state' });
  });

  it.each(['analyst_2', 'engagement_lead', 'approver', 'auditor'] as const)('denies %s, who is not the author', by => {
    given(submitted())
      .when(reviseProposal({ summary: 'Mine now.' }, { by }))
      .refuses('DENIED', { code: 'not-permitted' });
  });

  it('denies a partner, who may read a part of it', () => {
    given(inReview())
      .when(reviseProposal({ summary: 'Ours.' }, { by: 'partner_a' }))
      .refuses('DENIED');
  });

  it('denies an author whose analyst role has ended', () => {
    const by = person('analyst', 'lead', 'data_steward');
    given(drafted())
      .when(reviseProposal({ summary: 'Mine.' }, { by }))
      .refuses('DENIED');
  });

  it('replaces a section that is given and keeps one that is left out', () => {
    const { proposal } = given(drafted())
      .when(reviseProposal({ purposes: [purpose('P-1', { benefit: null })] }))
      .accepted();
    expect(proposal.dossier.purposes[0]?.benefit).toBeUndefined();
    expect(proposal.dossier.risks).toHaveLength(1);
    expect(proposal.dossier.retention).toEqual({ text: 'Two years, then deleted.' });
  });

  it('merges answers by question', () => {
    const before = given(drafted());
    const { proposal } = before.when(reviseProposal({ answers: [answer('PM-1', 'Another answer.')] })).accepted();
    expect(proposal.dossier.answers).toHaveLength(before.proposal.dossier.answers.length);
    expect(proposal.dossier.answers.find(({ questionId }) => questionId === 'PM-1')?.value).toBe('Another answer.');
  });

  it('turns an answer into a gap and back', () => {
    const { proposal } = given(drafted(), reviseProposal({ answers: [gap('PM-1')] }))
      .when(reviseProposal({ answers: [answer('PM-1')] }))
      .accepted();
    expect(proposal.dossier.answers.find(({ questionId }) => questionId === 'PM-1')).not.toHaveProperty('gap');
  });

  it('clears a text section by a blank', () => {
    const { proposal } = given(drafted())
      .when(reviseProposal({ retention: ' ' }))
      .then(event('ProposalRevised', { changedPaths: ['retention'] }));
    expect(proposal.dossier.retention).toBeUndefined();
  });

  it('names what changed, beginning with the section', () => {
    const dossier = {
      facts: { ...t1Facts, overseas: true },
      purposes: [purpose('P-1', { benefit: 'More.' }), purpose('P-2')],
      recipients: [],
      answers: [gap('PM-1')],
    };
    given(drafted())
      .when(reviseProposal(dossier, { title: 'A better title' }))
      .then(
        event('ProposalRevised', {
          changedPaths: ['title', 'facts.overseas', 'purposes.P-1', 'purposes.P-2', 'recipients.R-1', 'answers.PM-1'],
        }),
      );
  });

  it('keeps the revision when nothing changed', () => {
    const { proposal } = given(drafted())
      .when(reviseProposal(t1()))
      .then(event('ProposalRevised', { changedPaths: [] }));
    expect(proposal).toMatchObject({ revision: 1, version: 2 });
  });

  it('saves incomplete content', () => {
    given(submitted())
      .when(reviseProposal({ purposes: [], dataItems: [], recipients: [], risks: [] }))
      .accepted();
  });

  it('changes nothing by INVALID content', () => {
    const before = given(drafted());
    before
      .when(reviseProposal({ summary: 'New.', facts: { weather: true } }))
      .refuses('INVALID', { path: ['facts.weather'] });
    expect(before.proposal.dossier.summary).toEqual({ text: 'Counts of home visits, to place new teams.' });
  });

  it('names every INVALID place at once', () => {
    given(drafted())
      .when(
        reviseProposal({ facts: { weather: 1, bulk: 'no' }, answers: [answer('PM-12', 'maybe'), answer('RK-4', 'x')] }),
      )
      .refuses('INVALID', {
        path: ['facts.weather', 'facts.bulk', 'answers.PM-12', 'answers.RK-4'],
        faults: ['unknown-fact', 'wrong-type', 'wrong-shape', 'computed'],
      });
  });

  it('is INVALID when a purpose goes that a data item still names', () => {
    given(drafted())
      .when(reviseProposal({ purposes: [] }))
      .refuses('INVALID', { path: ['dataItems.D-1.purposeIds'], faults: ['unknown-purpose'] });
  });

  it.each(['purposes', 'dataItems', 'recipients', 'alternatives', 'risks'])(
    'is INVALID for one id twice in %s',
    section => {
      const [element] = t1()[section] as object[];
      const { id } = element as { id: string };
      given(drafted())
        .when(reviseProposal({ [section]: [element, element] }))
        .refuses('INVALID', { path: [`${section}.${id}`], faults: ['duplicate'] });
    },
  );

  it('is INVALID for one question twice', () => {
    given(drafted())
      .when(reviseProposal({ answers: [gap('PM-1'), answer('PM-1')] }))
      .refuses('INVALID', { path: ['answers.PM-1'], faults: ['duplicate'] });
  });

  it('tells anyone who may read it that an answer has the wrong shape', () => {
    given(submitted())
      .when(reviseProposal({ answers: [answer('PM-12', 'maybe')] }, { by: 'auditor' }))
      .refuses('INVALID', { path: ['answers.PM-12'] });
  });
});

describe('reviseProposal and partners’ alternatives (rules: answers, PR-3)', () => {
  const after = [inReview(), proposeAlternative({ description: 'Send us the questions.', rung: 1 })];
  const partners = (whyNot?: string, more: object = {}) => ({
    id: 'id-1',
    description: 'Send us the questions.',
    rung: 1,
    whyNot,
    ...more,
  });

  it('keeps the mark of a partner’s alternative by its id, and takes the author’s whyNot', () => {
    const { proposal } = given(after)
      .when(reviseProposal({ alternatives: [partners('It takes a year.')] }))
      .accepted();
    expect(proposal.dossier.alternatives).toEqual([
      expect.objectContaining({
        id: 'id-1',
        proposedByPartner: true,
        whyNot: 'It takes a year.',
        proposedBy: 'The partner-a organisation',
      }),
    ]);
  });

  it('keeps one that the author leaves out', () => {
    const { proposal } = given(after)
      .when(reviseProposal({ alternatives: [] }))
      .accepted();
    expect(proposal.dossier.alternatives.map(({ id }) => id)).toEqual(['id-1']);
  });

  it('keeps the partner’s words and rung', () => {
    const { proposal } = given(after)
      .when(reviseProposal({ alternatives: [partners('No.', { description: 'Mine', rung: 7 })] }))
      .accepted();
    expect(proposal.dossier.alternatives[0]).toMatchObject({ description: 'Send us the questions.', rung: 1 });
  });

  it('lets nobody set the mark by hand', () => {
    given(after)
      .when(reviseProposal({ alternatives: [alternative('A-1', { proposedByPartner: true })] }))
      .refuses('INVALID', { path: ['alternatives.A-1.proposedByPartner'], faults: ['unknown-key'] });
  });

  it('takes a partner’s name on the author’s own alternative for no mark', () => {
    const { proposal } = given(drafted())
      .when(reviseProposal({ alternatives: [alternative('A-1', { proposedBy: 'Partner A' })] }))
      .accepted();
    expect(proposal.dossier.alternatives[0]).toMatchObject({ proposedBy: 'Partner A', proposedByPartner: false });
  });
});

describe('reviseProposal and the tier (rules: facts and tier)', () => {
  it('may rise and fall before the first submission, pinning each definition', () => {
    const risen = given(drafted())
      .when(reviseProposal({ facts: t3Facts }))
      .then(
        event('ProposalRevised'),
        event('TierChanged', { from: 'T1', to: 'T3', raised: false }),
        event('WorkflowPinned', { workflow: expect.objectContaining({ key: 'heightened' }) }),
      );
    expect(risen.proposal).toMatchObject({ tier: 'T3', workflow: { key: 'heightened' } });
    const { proposal } = risen.when(reviseProposal({ facts: t2Facts })).accepted();
    expect(proposal).toMatchObject({ tier: 'T2', workflow: { key: 'standard' } });
  });

  it('never falls after the first submission, and rises still', () => {
    const { proposal, when } = given(inReview('T2'))
      .when(reviseProposal({ facts: t1Facts }))
      .accepted();
    expect(proposal.tier).toBe('T2');
    expect(when(reviseProposal({ facts: t3Facts })).accepted().proposal.tier).toBe('T3');
  });

  it('never falls once returned either', () => {
    expect(
      given(inReview('T2'), returned())
        .when(reviseProposal({ facts: t1Facts }))
        .accepted().proposal.tier,
    ).toBe('T2');
  });

  it('does not fall below what a privacy officer raised it to', () => {
    const { proposal } = given(drafted(), raiseTier('T2'))
      .when(reviseProposal({ facts: t1Facts, summary: 'Again.' }))
      .accepted();
    expect(proposal.tier).toBe('T2');
  });

  it('falls back to the raise, not below it, when the facts called for more', () => {
    const { proposal } = given(drafted(), raiseTier('T2'), reviseProposal({ facts: t3Facts }))
      .when(reviseProposal({ facts: t1Facts }))
      .accepted();
    expect(proposal.tier).toBe('T2');
  });

  it.each([
    ['a draft', [drafted()]],
    ['a submitted proposal', [inReview('T3')]],
  ])('sends %s whose facts become urgent to the urgent lane', (_, journey) => {
    given(journey)
      .when(reviseProposal({ facts: { identifiability: 'identified', urgentSafety: true } }))
      .refuses('BLOCKED', { code: 'use-urgent-lane' });
  });

  it('keeps a sign-off of the same key that is not stale when the tier changes', () => {
    const { proposal } = given(inReview('T2'), allSignedOff('T2'))
      .when(reviseProposal({ facts: { ...t2Facts, fundingConditional: true } }))
      .accepted();
    expect(proposal.tier).toBe('T3');
    expect(proposal.signOffs.purpose?.status).toBe('GIVEN');
    expect(proposal.signOffs.privacy_risk?.status).toBe('GIVEN');
    expect(proposal.signOffs.proportionality).toMatchObject({
      status: 'STALE',
      staleBecause: ['tier', 'facts.fundingConditional'],
    });
  });

  it('reads an absent boolean fact as false', () => {
    const { proposal } = given(drafted({ facts: { identifiability: 'identified' } }))
      .when(reviseProposal({ facts: { identifiability: 'identified', aboutChildren: false } }))
      .accepted();
    expect(proposal.tier).toBe('T2');
  });
});
