// Tier, relevance, hand-over, withdrawal, partners and alternatives.
import { describe, expect, it } from '@jest/globals';
import {
  approved,
  awaitingDecision,
  drafted,
  event,
  given,
  handOverProposal,
  inReview,
  invited,
  invitePartners,
  markRelevance,
  people,
  person,
  proposeAlternative,
  raiseTier,
  returned,
  submitted,
  withdrawProposal,
  type Journey,
} from '../../../../test/builders/index.js';

const untilDecision: [string, Journey][] = [
  ['DRAFTING', drafted()],
  ['IN_REVIEW', submitted()],
  ['AWAITING_DECISION', awaitingDecision()],
  ['RETURNED', [submitted(), returned()]],
];

describe('raiseTier (rules: facts and tier)', () => {
  it.each(untilDecision)('is possible in %s', (_, journey) => {
    given(journey).when(raiseTier('T2')).accepted();
  });

  it('pins the definition of the new tier in the same command, and records both', () => {
    const { proposal } = given(inReview())
      .when(raiseTier('T3'))
      .then(
        event('TierChanged', { from: 'T1', to: 'T3', raised: true, reason: 'The suburb is small.' }),
        event('WorkflowPinned', { workflow: expect.objectContaining({ key: 'heightened' }) }),
      );
    expect(proposal).toMatchObject({ tier: 'T3', raisedTo: 'T3', workflow: { key: 'heightened' } });
  });

  it.each([
    ['T1', 'T1'],
    ['T2', 'T2'],
    ['T2', 'T1'],
    ['T3', 'T3'],
    ['T3', 'T2'],
    ['T1', 'U'],
    ['T3', 'U'],
  ] as const)('is blocked from %s to %s', (from, to) => {
    given(inReview(from))
      .when(raiseTier(to))
      .refuses('BLOCKED', { code: 'not-higher', subjects: ['tier'] });
  });

  it.each([
    'analyst',
    'data_steward',
    'security_officer',
    'engagement_lead',
    'approver',
    'auditor',
    'partner_a',
  ] as const)('denies %s', by => {
    given(inReview()).when(raiseTier('T2', { by })).refuses('DENIED');
  });

  it('needs a reason', () => {
    given(inReview())
      .when(raiseTier('T2', { reason: '' }))
      .refuses('INVALID', { path: ['reason'] });
  });

  it('is blocked after the decision', () => {
    given(approved()).when(raiseTier('T2')).refuses('BLOCKED', { code: 'wrong-state' });
  });
});

describe('markRelevance (rules: answers)', () => {
  it.each(untilDecision)('is possible in %s', (_, journey) => {
    const { proposal } = given(journey)
      .when(markRelevance('RK-2', false))
      .then(event('RelevanceMarked', { questionId: 'RK-2', relevant: false }));
    expect(proposal.irrelevant).toEqual(['RK-2']);
  });

  it('can be taken back', () => {
    expect(
      given(inReview(), markRelevance('RK-2', false)).when(markRelevance('RK-2', true)).accepted().proposal.irrelevant,
    ).toEqual([]);
  });

  it.each(['analyst', 'data_steward', 'approver', 'auditor', 'partner_a'] as const)('denies %s', by => {
    given(inReview())
      .when(markRelevance('RK-2', false, { by }))
      .refuses('DENIED');
  });

  it.each(['XX-1', 'constructor', '__proto__', ''])('is INVALID for the unknown question %j', id => {
    given(inReview())
      .when(markRelevance(id, false))
      .refuses('INVALID', { path: ['questionId'], faults: ['unknown-question'] });
  });

  it('needs a reason', () => {
    given(inReview())
      .when(markRelevance('RK-2', false, { reason: ' ' }))
      .refuses('INVALID', { path: ['reason'] });
  });

  it('is blocked after the decision', () => {
    given(approved()).when(markRelevance('RK-2', false)).refuses('BLOCKED', { code: 'wrong-state' });
  });
});

describe('handOverProposal (rules: commands 1)', () => {
  it('lets the author hand over to another analyst of the lead organisation', () => {
    const { proposal } = given(submitted())
      .when(handOverProposal())
      .then(event('ProposalHandedOver', { from: 'analyst', to: expect.objectContaining({ personId: 'analyst_2' }) }));
    expect(proposal.author).toEqual({ personId: 'analyst_2', organisationId: 'lead', role: 'analyst' });
  });

  it('lets an administrator, who cannot read it, hand over what a leaver left behind', () => {
    given(submitted())
      .when(handOverProposal('analyst_2', { by: 'administrator', facts: { authorHasLeft: true } }))
      .then(event('ProposalHandedOver'));
  });

  it('does not exist for an administrator while the author is there, or for one of elsewhere', () => {
    given(submitted())
      .when(handOverProposal('analyst_2', { by: 'administrator' }))
      .refuses('NOT_FOUND');
    given(submitted())
      .when(
        handOverProposal('analyst_2', {
          by: person('boss', 'elsewhere', 'administrator'),
          facts: { authorHasLeft: true },
        }),
      )
      .refuses('NOT_FOUND');
  });

  it.each(['analyst_2', 'approver', 'privacy_officer', 'auditor', 'partner_a'] as const)('denies %s', by => {
    given(inReview()).when(handOverProposal('analyst_2', { by })).refuses('DENIED');
  });

  it.each(['approver', 'outsider', 'partner_a', 'analyst', 'nobody', '__proto__'])('is INVALID to %s', to => {
    given(submitted())
      .when(handOverProposal(to))
      .refuses('INVALID', { path: ['toPersonId'], faults: ['unknown-person'] });
  });

  it('leaves the earlier author without the author’s rights', () => {
    given(drafted(), handOverProposal()).when(withdrawProposal()).refuses('DENIED');
    given(drafted(), handOverProposal())
      .when(withdrawProposal({ by: 'analyst_2' }))
      .accepted();
  });

  it('needs a reason', () => {
    given(drafted())
      .when(handOverProposal('analyst_2', { reason: ' ' }))
      .refuses('INVALID', { path: ['reason'] });
  });
});

describe('withdrawProposal (rules: commands 11)', () => {
  it.each(untilDecision)('is possible in %s', (_, journey) => {
    expect(given(journey).when(withdrawProposal()).then(event('ProposalWithdrawn')).proposal.state).toBe('WITHDRAWN');
  });

  it('is blocked after the decision, and a second time', () => {
    given(approved()).when(withdrawProposal()).refuses('BLOCKED', { code: 'wrong-state' });
    given(drafted(), withdrawProposal()).when(withdrawProposal()).refuses('BLOCKED', { code: 'wrong-state' });
  });

  it.each(['analyst_2', 'approver', 'auditor', 'partner_a'] as const)('denies %s', by => {
    given(inReview()).when(withdrawProposal({ by })).refuses('DENIED');
  });
});

describe('invitePartners (rules: commands 4)', () => {
  it.each(['analyst', 'engagement_lead'] as const)('lets %s invite, until the decision', by => {
    for (const [, journey] of untilDecision)
      given(journey)
        .when(invitePartners(['elsewhere'], { by }))
        .then(event('PartnersInvited', { organisationIds: ['elsewhere'] }));
  });

  it('invites each once', () => {
    const { proposal } = given(drafted())
      .when(invitePartners(['partner-a', 'partner-b', 'partner-a']))
      .accepted();
    expect(proposal.partnerIds).toEqual(['partner-a', 'partner-b']);
    given(drafted(), invited('partner-a'))
      .when(invitePartners(['partner-a', 'partner-b']))
      .then(event('PartnersInvited', { organisationIds: ['partner-b'] }));
    given(drafted(), invited())
      .when(invitePartners(['partner-a']))
      .refuses('BLOCKED', { code: 'already-invited' });
  });

  it.each(['analyst_2', 'privacy_officer', 'approver', 'auditor'] as const)('denies %s', by => {
    given(drafted())
      .when(invitePartners(['partner-a'], { by }))
      .refuses('DENIED');
  });

  it('is INVALID for an organisation there is not, and for the lead itself', () => {
    given(drafted())
      .when(invitePartners(['partner-a', 'nowhere']))
      .refuses('INVALID', { path: ['organisationIds'], faults: ['unknown-organisation'] });
    given(drafted())
      .when(invitePartners(['lead']))
      .refuses('INVALID', { path: ['organisationIds'] });
  });

  it('is blocked after the decision', () => {
    given(approved())
      .when(invitePartners(['elsewhere']))
      .refuses('BLOCKED', { code: 'wrong-state' });
  });
});

describe('proposeAlternative (rules: commands 4)', () => {
  it('lets people of invited partners propose, and raises the revision', () => {
    const { proposal } = given(inReview())
      .when(proposeAlternative())
      .then(
        event('AlternativeProposed', {
          revision: 2,
          alternative: {
            id: 'id-1',
            description: 'Send us the questions, we send the counts.',
            rung: 1,
            proposedBy: people.partner_a.organisationName,
            proposedByPartner: true,
            note: 'It worked last year.',
          },
        }),
      );
    expect(proposal).toMatchObject({ revision: 2, version: 4 });
  });

  it.each(['analyst', 'analyst_2', 'engagement_lead', 'auditor'] as const)('denies %s', by => {
    given(inReview()).when(proposeAlternative({ by })).refuses('DENIED');
  });

  it('does not exist before submission, or for who was not invited', () => {
    given(drafted(), invited()).when(proposeAlternative()).refuses('NOT_FOUND');
    given(drafted(), invited('partner-a'), submitted())
      .when(proposeAlternative({ by: 'partner_b' }))
      .refuses('NOT_FOUND');
  });

  it('is possible after a return and blocked after the decision', () => {
    given(inReview(), returned()).when(proposeAlternative()).accepted();
    given(approved()).when(proposeAlternative()).refuses('BLOCKED', { code: 'wrong-state' });
  });
});
