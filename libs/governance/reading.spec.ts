// Who reads what: the whole, the part that partners see, or nothing.
import { describe, expect, it } from '@jest/globals';
import {
  actorOf,
  approved,
  comment,
  concernAnswered,
  concernRaised,
  condition,
  draftProposal,
  given,
  hallAfter,
  handOverProposal,
  inReview,
  invited,
  person,
  proposalAfter,
  recordDecision,
  signedOff,
  submitted,
  awaitingDecision,
  type Persona,
} from '../../test/builders/index.js';
import { emptyDossier } from './proposal/dossier.js';
import { readingOf, unread, visibleBlockers } from './reading.js';

const readBy = (who: Persona | ReturnType<typeof person>, proposal = submittedOne) => readingOf(actorOf(who), proposal);
const submittedOne = proposalAfter(
  inReview('T2'),
  signedOff('purpose'),
  concernRaised({ by: 'partner_a' }),
  concernRaised({ by: 'partner_b' }),
  concernRaised({ by: 'analyst_2', audience: 'REVIEWERS' }),
  concernRaised({ by: 'partner_a', audience: 'REVIEWERS' }),
  comment(),
  comment({ audience: 'PARTNERS' }),
);
const [ofA, ofB, ofAnalyst, ofAForReviewers] = submittedOne.concerns.map(({ id }) => id);
const concernsSeenBy = (who: Persona | ReturnType<typeof person>, proposal = submittedOne) =>
  readBy(who, proposal)?.proposal.concerns.map(({ id }) => id);

describe('who reads a proposal (rules: commands 12)', () => {
  it.each([
    'analyst',
    'analyst_2',
    'data_steward',
    'privacy_officer',
    'security_officer',
    'engagement_lead',
    'approver',
    'auditor',
  ] as const)('%s reads all of it', who => {
    expect(readBy(who)).toMatchObject({
      extent: 'whole',
      proposal: { dossier: submittedOne.dossier, signOffs: submittedOne.signOffs, comments: submittedOne.comments },
    });
    expect(readBy(who)?.knows(submittedOne.concerns[0]!.raisedBy)).toBe(true);
  });

  it.each(['administrator', 'outsider'] as const)('to %s it does not exist', who => {
    expect(readBy(who)).toBeUndefined();
  });

  it('is not read by somebody of the lead organisation without a role there', () => {
    expect(readBy(person('nobody', 'lead'))).toBeUndefined();
    expect(readBy(person('partner_of_none', 'lead', 'partner'))).toBeUndefined();
    expect(readBy(person('elsewhere', 'lead', ['analyst', 'elsewhere']))).toBeUndefined();
  });

  it('is read by somebody from elsewhere with a role in the lead organisation', () => {
    expect(readBy(person('seconded', 'elsewhere', ['analyst', 'lead']))?.extent).toBe('whole');
  });

  it('is read by the auditor from the draft on, and urgent ones too', () => {
    expect(readBy('auditor', proposalAfter(draftProposal()))?.extent).toBe('whole');
  });

  it('is read by partners from submission on, if they were invited', () => {
    expect(readBy('partner_a', proposalAfter(draftProposal(), invited()))).toBeUndefined();
    expect(readBy('partner_a', proposalAfter(draftProposal(), invited(), submitted()))?.extent).toBe('part');
    expect(readBy('partner_b', proposalAfter(draftProposal(), invited('partner-a'), submitted()))).toBeUndefined();
    expect(readBy('partner_a', proposalAfter(inReview(), recordDecision('RETURNED')))?.extent).toBe('part');
  });

  it('needs the role of partner: a colleague there without it reads nothing', () => {
    expect(readBy(person('clerk', 'partner-a', 'analyst'))).toBeUndefined();
  });
});

describe('concerns for REVIEWERS (rules: commands 5 and 12)', () => {
  it.each(['data_steward', 'privacy_officer', 'security_officer', 'engagement_lead', 'approver', 'auditor'] as const)(
    'are seen by %s',
    who => {
      expect(concernsSeenBy(who)).toEqual([ofA, ofB, ofAnalyst, ofAForReviewers]);
    },
  );

  it('are hidden from the author, and from other analysts save their own', () => {
    expect(concernsSeenBy('analyst')).toEqual([ofA, ofB]);
    expect(concernsSeenBy('analyst_2')).toEqual([ofA, ofB, ofAnalyst]);
  });

  it('are hidden from an author who reviews as well', () => {
    expect(concernsSeenBy(person('analyst', 'lead', 'analyst', 'approver', 'engagement_lead'))).toEqual([ofA, ofB]);
  });

  it('follow the author: hidden from the new one, seen by an old one who reviews', () => {
    const handedOver = proposalAfter(
      inReview(),
      concernRaised({ by: 'security_officer', audience: 'REVIEWERS' }),
      handOverProposal(),
    );
    expect(concernsSeenBy(person('analyst_2', 'lead', 'analyst', 'approver'), handedOver)).toEqual([]);
    expect(concernsSeenBy(person('analyst', 'lead', 'approver'), handedOver)).toHaveLength(1);
  });

  it('are not named in what a decision overruled, to whom they are hidden', () => {
    const { proposal } = hallAfter(
      awaitingDecision(),
      concernRaised({ by: 'analyst_2', audience: 'REVIEWERS' }),
      concernAnswered({ disposition: 'NOT_ACCEPTED' }),
      recordDecision('APPROVED', { overruled: ['id-1'] }),
    );
    expect(proposal!.decision?.overruled).toHaveLength(1);
    expect(readBy('analyst', proposal)?.proposal.decision?.overruled).toEqual([]);
    expect(readBy('approver', proposal)?.proposal.decision?.overruled).toHaveLength(1);
  });
});

describe('what partners read (rules: commands 12)', () => {
  const seen = readBy('partner_a')!;

  it('title, summary, purposes, data items, recipients, alternatives and state', () => {
    const { summary, purposes, dataItems, recipients, alternatives } = submittedOne.dossier;
    expect(seen.proposal).toMatchObject({
      title: submittedOne.title,
      state: 'IN_REVIEW',
      dossier: { summary, purposes, dataItems, recipients, alternatives },
    });
  });

  it('not facts, answers, risks, retention, transfer route, sign-offs, relevance, internal comments or other partners', () => {
    // toMatchObject would take any object for an empty one.
    expect([seen.proposal.dossier.facts, seen.proposal.signOffs]).toEqual([{}, {}]);
    expect(seen.proposal.dossier).toMatchObject({ answers: [], risks: [] });
    expect(seen.proposal.dossier.retention).toBeUndefined();
    expect(seen.proposal.dossier.transferRoute).toBeUndefined();
    expect(seen.proposal).toMatchObject({ irrelevant: [], partnerIds: ['partner-a'] });
    expect(seen.proposal.comments.map(({ audience }) => audience)).toEqual(['PARTNERS']);
  });

  it('their organisation’s own concerns in full, and no others', () => {
    expect(concernsSeenBy('partner_a')).toEqual([ofA, ofAForReviewers]);
    expect(concernsSeenBy('partner_a_2')).toEqual([ofA, ofAForReviewers]);
    expect(concernsSeenBy('partner_b')).toEqual([ofB]);
    expect(seen.proposal.concerns[0]).toEqual(submittedOne.concerns[0]);
  });

  it('the names of their own people only', () => {
    expect(seen.knows({ personId: 'x', organisationId: 'partner-a', role: 'partner' })).toBe(true);
    expect(seen.knows(submittedOne.author)).toBe(false);
    expect(seen.knows({ personId: 'x', organisationId: 'partner-b', role: 'partner' })).toBe(false);
  });

  it('the decision, without its conditions, its answers and what it overruled of others', () => {
    const { proposal } = given(inReview('T2'), concernRaised(), concernRaised({ by: 'partner_b' }))
      .when(
        recordDecision('DECLINED', {
          wouldChangeIt: 'Less.',
          overruled: ['id-1', 'id-2'],
          answers: [{ questionId: 'PR-15', value: 'x' }],
        }),
      )
      .accepted();
    expect(readBy('partner_a', proposal)?.proposal.decision).toMatchObject({
      outcome: 'DECLINED',
      reasons: 'As weighed.',
      wouldChangeIt: 'Less.',
      overruled: ['id-1'],
      conditions: [],
      answers: [],
    });
    const conditional = proposalAfter(
      awaitingDecision(),
      recordDecision('APPROVED_WITH_CONDITIONS', { conditions: [condition([])] }),
    );
    expect(readBy('partner_a', conditional)?.proposal.decision?.conditions).toEqual([]);
    expect(readBy('analyst', conditional)?.proposal.decision?.conditions).toHaveLength(1);
  });

  it('leaves nothing hidden anywhere in what is handed on', () => {
    const text = JSON.stringify({ ...seen.proposal, acts: undefined });
    for (const { statement } of submittedOne.dossier.purposes) expect(text).toContain(statement);
    for (const hidden of [submittedOne.dossier.retention!.text, submittedOne.dossier.risks[0]!.title, ofB!, ofAnalyst!])
      expect(text).not.toContain(`"${hidden}"`);
  });
});

describe('blockers that one may see (rules: commands 12)', () => {
  const blockers = [
    { code: 'concern-open', subject: `concern:${ofA}` },
    { code: 'concern-open', subject: `concern:${ofB}` },
    { code: 'sign-off-missing', subject: 'signOff:purpose' },
    { code: 'wrong-state' },
  ] as const;
  const subjects = (who: Persona) => visibleBlockers([...blockers], readBy(who)!).map(({ subject }) => subject);

  it('are all of them for whoever reads the whole', () => {
    expect(subjects('approver')).toHaveLength(4);
  });

  it('are a partner’s own concerns, and those without a subject', () => {
    expect(subjects('partner_a')).toEqual([`concern:${ofA}`, undefined]);
  });

  it('leave out what a REVIEWERS concern is about, for the author', () => {
    expect(visibleBlockers([{ code: 'concern-open', subject: `concern:${ofAnalyst}` }], readBy('analyst')!)).toEqual(
      [],
    );
  });
});

describe('nobody else (rules: commands 12)', () => {
  it('is told a word of it, not even an administrator who hands it over', () => {
    const { id, state, title, dossier, concerns } = unread(submittedOne).proposal;
    expect({ id, state, title, concerns }).toEqual({
      id: submittedOne.id,
      state: 'IN_REVIEW',
      title: { text: '' },
      concerns: [],
    });
    expect(dossier).toEqual(emptyDossier());
  });

  it('reads an approved proposal, however public its decision', () => {
    expect(readBy('outsider', proposalAfter(approved()))).toBeUndefined();
  });
});
