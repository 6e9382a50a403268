// The order of refusals (rules: commands): each earlier refusal wins over each later one.
import { describe, expect, it } from '@jest/globals';
import {
  answer,
  approved,
  comment,
  declareConflict,
  draftProposal,
  given,
  givenNothing,
  giveSignOff,
  handle,
  hallAfter,
  inReview,
  invitePartners,
  people,
  person,
  recordDecision,
  returned,
  reviseProposal,
  signedOff,
  submitProposal,
  t1,
  type Act,
  type Changes,
} from '../../test/builders/index.js';
import { isProblem } from './problems.js';

type Kind =
  | 'INVALID shape'
  | 'NOT_FOUND'
  | 'INVALID for any reader'
  | 'DENIED'
  | 'DENIED by duties'
  | 'CONFLICT'
  | 'INVALID content'
  | 'BLOCKED';
const order: Kind[] = [
  'INVALID shape',
  'NOT_FOUND',
  'INVALID for any reader',
  'DENIED',
  'DENIED by duties',
  'CONFLICT',
  'INVALID content',
  'BLOCKED',
];
const kindOf = (kind: Kind): string => kind.split(' ')[0]!;

/** What in a giveSignOff calls for each refusal, by the place in which it is found; several of them can be put together. */
const steward = person('steward', 'lead', 'data_steward');
const stranger = people.outsider;
const nobody = people.approver;
const inConflict = person('in_conflict', 'lead', 'data_steward');
const causes: Record<Kind, Changes> = {
  'INVALID shape': { rationale: ' ' },
  NOT_FOUND: { by: stranger },
  'INVALID for any reader': { signOff: 'spelling' },
  DENIED: { by: nobody },
  'DENIED by duties': { by: inConflict },
  CONFLICT: { expectedVersion: 1 },
  'INVALID content': {
    conditions: [{ statement: 'x', precedent: false, owner: 'x', about: ['XX-1'] }],
    finding: 'MET_WITH_CONDITIONS',
  },
  BLOCKED: {},
};

/** Returned, so that whatever else is right is BLOCKED by the state. */
const hall = hallAfter(inReview(), returned(), declareConflict(inConflict));
const outcomeOf = (act: Act): string => {
  const outcome = handle(hall, act(hall.proposal));
  return isProblem(outcome) ? outcome.kind : 'ok';
};

const pairs = order.flatMap((first, index) => order.slice(index + 1).map(second => [first, second] as const));
/** Nobody can be two people at once. */
const whoever: Kind[] = ['NOT_FOUND', 'DENIED', 'DENIED by duties'];
const possible = pairs.filter(pair => !pair.every(kind => whoever.includes(kind)));

describe('the order of refusals (rules: commands)', () => {
  it.each(order)('%s is what a giveSignOff gets that has this wrong alone', kind => {
    expect(outcomeOf(giveSignOff('purpose', { by: steward, ...causes[kind] }))).toBe(kindOf(kind));
  });

  it.each(possible)('%s wins over %s', (first, second) => {
    expect(outcomeOf(giveSignOff('purpose', { by: steward, ...causes[second], ...causes[first] }))).toBe(kindOf(first));
  });

  it.each(order)('%s wins over everything that comes after it, all together', kind => {
    const later = order
      .slice(order.indexOf(kind) + 1)
      .filter(each => !whoever.includes(each) || !whoever.includes(kind));
    const all = later.reverse().reduce<Changes>((changes, each) => ({ ...changes, ...causes[each] }), { by: steward });
    expect(outcomeOf(giveSignOff('purpose', { ...all, ...causes[kind] }))).toBe(kindOf(kind));
  });

  it('CONFLICT of version comes before CONFLICT already-given', () => {
    const by = person('second', 'lead', 'data_steward');
    const before = given(inReview(), signedOff('purpose'));
    before.when(giveSignOff('purpose', { by, expectedVersion: 1 })).refuses('CONFLICT', { code: 'stale-version' });
    before.when(giveSignOff('purpose', { by })).refuses('CONFLICT', { code: 'already-given' });
  });

  it('CONFLICT already-given wins over INVALID content and over BLOCKED', () => {
    const by = person('second', 'lead', 'data_steward');
    given(inReview(), signedOff('purpose'), recordDecision('RETURNED'))
      .when(
        giveSignOff('purpose', {
          by,
          finding: 'MET_WITH_CONDITIONS',
          conditions: [{ statement: 'x', precedent: false, about: ['XX-1'] }],
        }),
      )
      .refuses('CONFLICT', { code: 'already-given' });
  });

  it.each<[string, Act]>([
    ['submitProposal', submitProposal({ expectedVersion: 99 })],
    ['reviseProposal', reviseProposal({}, { expectedVersion: 99 })],
    ['invitePartners', invitePartners(['partner-a'], { expectedVersion: 99 })],
    ['recordDecision', recordDecision('APPROVED', { expectedVersion: 99 })],
    ['giveSignOff', giveSignOff('purpose', { expectedVersion: 99 })],
  ])('%s is a CONFLICT with a version that is not the proposal’s', (_, act) => {
    given(approved()).when(act).refuses('CONFLICT', { code: 'stale-version' });
  });

  it('of a start: shape, then who, then content, then state', () => {
    givenNothing()
      .when(draftProposal({ facts: { weather: 1 } }, { by: 'approver', title: ' ' }))
      .refuses('INVALID', { path: ['title'] });
    givenNothing()
      .when(draftProposal({ facts: { weather: 1 } }, { by: 'approver' }))
      .refuses('DENIED');
    givenNothing()
      .when(draftProposal({ facts: { weather: 1, urgentSafety: true } }))
      .refuses('INVALID');
    givenNothing()
      .when(draftProposal({ facts: { urgentSafety: true } }))
      .refuses('BLOCKED');
  });

  it('of a revision: content that leads nowhere, then the state', () => {
    given(approved())
      .when(reviseProposal({ dataItems: [{ ...(t1()['dataItems'] as object[])[0], purposeIds: ['P-9'] }] }))
      .refuses('INVALID');
    given(approved())
      .when(reviseProposal({ answers: [answer('PM-1', 'Another.')] }))
      .refuses('BLOCKED');
  });
});

describe('an unknown proposal and an unreadable one (rules: commands, NOT_FOUND)', () => {
  it('get the same answer', () => {
    const before = given(inReview());
    const unreadable = before.when(comment({ by: 'outsider' })).refuses('NOT_FOUND');
    const unknown = before.when(comment({ proposalId: 'nowhere' })).refuses('NOT_FOUND');
    expect(unreadable).toEqual(unknown);
    expect(unknown).toEqual({ kind: 'NOT_FOUND', code: 'not-found', faults: [], blockers: [] });
  });
});

describe('versions (rules: commands)', () => {
  it('rise by one with every recorded command, except a comment', () => {
    const { proposal, when } = given(inReview());
    expect(proposal.version).toBe(3);
    const raised = when(reviseProposal({ facts: { identifiability: 'identified', aboutChildren: true } })).accepted();
    expect(raised.events.map(({ version }) => version)).toEqual(raised.events.map(() => 4));
    expect(raised.proposal.version).toBe(4);
    expect(raised.when(comment()).accepted().proposal.version).toBe(4);
  });
});
