// availableCommands, for every persona in many states: what is not allowed is refused, what is allowed is accepted in some form.
// Every attempt goes the whole way through the store and is then taken back.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandTypes, startsProposal, type CommandType } from '#governance';
import { urgentRecord } from '../builders/index.js';
import {
  answer,
  availableQuery,
  awaitDecision,
  concern,
  decide,
  draft,
  openApi,
  personaKeys,
  rehearse,
  sign,
  signOffsOf,
  signOffWords,
  submit,
  type OpenApi,
  type PersonaKey,
  type Row,
} from '../harness/index.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const promise = { statement: 'Do it.', precedent: true, owner: 'Lead', dueAt: '2030-01-01T00:00:00Z', about: ['CN-1'] };

const states: Record<string, () => Promise<string>> = {
  drafting: () => draft(api),
  'drafting, incomplete': async () => (await api.as('analyst').do('draftProposal', { title: 'Bare' })).proposal['id'],
  'in review at T3': () => submit(api, 'T3'),
  'in review with an open concern': async () => {
    const id = await submit(api);
    await concern(api, id);
    await concern(api, id, 'approver', { audience: 'REVIEWERS' });
    return id;
  },
  'in review, partly signed, with an answered concern': async () => {
    const id = await submit(api, 'T2');
    await sign(api, id, 'purpose');
    await sign(api, id, 'proportionality', 'NOT_MET');
    await answer(api, id, await concern(api, id, 'partner_b'));
    return id;
  },
  'in review with a stale sign-off and a conflict': async () => {
    const id = await awaitDecision(api);
    await api.as('analyst').do('reviseProposal', { proposalId: id, dossier: { retention: 'Long.' } });
    await api.as('approver').do('declareConflict', { proposalId: id, reason: 'My sister.' });
    return id;
  },
  'awaiting its decision': () => awaitDecision(api, 'T3'),
  returned: async () => {
    const id = await submit(api);
    await decide(api, id, 'RETURNED');
    return id;
  },
  'approved with conditions': approvedWithConditions,
  'approved with conditions and evidence': async () => {
    const id = await approvedWithConditions();
    const conditionId = (await api.as('auditor').read(id))!['conditions'][0].id as string;
    await api.as('analyst').do('meetCondition', { proposalId: id, conditionId, evidence: 'Here.' });
    return id;
  },
  approved: async () => {
    const id = await awaitDecision(api);
    await decide(api, id);
    return id;
  },
  declined: async () => {
    const id = await submit(api);
    await decide(api, id, 'DECLINED', { wouldChangeIt: 'Less.' });
    return id;
  },
  withdrawn: async () => {
    const id = await submit(api);
    await api.as('analyst').do('withdrawProposal', { proposalId: id, reason: 'No longer.' });
    return id;
  },
  'recorded as urgent': async () => {
    const input = { title: 'Case 4417', record: urgentRecord() };
    return (await api.as('analyst').do('recordUrgentDisclosure', input)).proposal['id'];
  },
};

async function approvedWithConditions(): Promise<string> {
  const id = await awaitDecision(api);
  await decide(api, id, 'APPROVED_WITH_CONDITIONS', { conditions: [promise] });
  return id;
}

/** Inputs among which one is accepted if any is: every sign-off, concern, condition, outcome. */
function candidates(type: CommandType, seen: Row): Row[] {
  const on = { proposalId: seen['id'] as string };
  const versioned = { ...on, expectedVersion: seen['version'] as number };
  const concernIds = (seen['concerns'].edges as Row[]).map(({ node }) => node['id'] as string);
  const commentIds = (seen['comments'] as Row[]).map(({ id }) => id as string);
  const each: Partial<Record<CommandType, () => Row[]>> = {
    ReviseProposal: () => [{ ...versioned, dossier: { summary: 'Shorter.' } }],
    SubmitProposal: () => [versioned],
    InvitePartners: () => [{ ...versioned, organisationIds: [api.store.cast.organisations.oversight] }],
    RaiseConcern: () => [{ ...on, statement: 'Wait.', severity: 'MINOR' }],
    ProposeAlternative: () => [{ ...on, description: 'Ask us.', rung: 1 }],
    AnswerConcern: () => concernIds.map(concernId => ({ ...on, concernId, disposition: 'ACCEPTED', response: 'Yes.' })),
    SettleConcern: () =>
      concernIds.flatMap(concernId => ['SETTLED', 'WITHDRAWN'].map(outcome => ({ ...on, concernId, outcome }))),
    GiveSignOff: () => signOffsOf('T3').map(key => ({ ...versioned, ...signOffWords(key, 'NOT_MET') })),
    WithdrawSignOff: () => signOffsOf('T3').map(signOff => ({ ...versioned, signOff, reason: 'Told more.' })),
    RecordDecision: () => ['RETURNED', 'REDIRECTED'].map(outcome => ({ ...versioned, outcome, reasons: 'Because.' })),
    RaiseTier: () => ['T2', 'T3'].map(tier => ({ ...versioned, tier, reason: 'Small suburb.' })),
    DeclareConflict: () => [{ ...on, reason: 'My sister.' }],
    MeetCondition: () =>
      (seen['conditions'] as Row[]).map(({ id: conditionId }) => ({ ...on, conditionId, evidence: 'Here.' })),
    MarkRelevance: () => [{ ...versioned, questionId: 'CN-9', relevant: false, reason: 'Nobody.' }],
    HandOverProposal: () => [
      { ...versioned, toPersonId: api.store.cast.members.analyst_2.personId, reason: 'Moving.' },
    ],
    WithdrawProposal: () => [{ ...versioned, reason: 'No longer.' }],
    Comment: () => [{ ...on, body: 'Hello.' }],
    EditComment: () => commentIds.map(commentId => ({ ...on, commentId, body: 'Hello again.' })),
  };
  return each[type]?.() ?? [];
}

const mutationOf = (type: CommandType) => type.charAt(0).toLowerCase() + type.slice(1);
const continuing = commandTypes.filter(type => !startsProposal(type));

describe.each(Object.keys(states))('When it is %s', state => {
  let id: string;
  let seen: Row;
  beforeAll(async () => {
    id = await states[state]!();
    seen = (await api.as('auditor').read(id))!;
  });

  it.each(personaKeys)('%s can do what is offered, and nothing else', async who => {
    const offered = (await api.as(who).query(availableQuery, { id }))['proposal']?.availableCommands as
      Row[] | undefined;
    const actor = await api.store.actorOf(api.store.cast.members[who]);
    for (const type of continuing) {
      const offer = offered?.find(({ command }) => command === mutationOf(type));
      const outcomes: string[] = [];
      for (const input of candidates(type, seen)) {
        const problem = await rehearse(api.store.dataSource, actor, type, input);
        outcomes.push(problem ? `${problem.kind} ${problem.code}` : 'accepted');
      }
      const isPossible = outcomes.includes('accepted');
      expect({ who, type, allowed: offer?.['allowed'] ?? false, outcomes }).toEqual({
        who,
        type,
        allowed: isPossible,
        outcomes,
      });
    }
  });
});

describe('What is offered', () => {
  const offersOf = async (who: PersonaKey, id: string) =>
    (await api.as(who).query(availableQuery, { id }))['proposal'].availableCommands as Row[];

  it('lists the same blockers with which the command is refused', async () => {
    const id = (await api.as('analyst').do('draftProposal', { title: 'Bare' })).proposal['id'] as string;
    const offer = (await offersOf('analyst', id)).find(({ command }) => command === 'submitProposal')!;
    const told = await api.as('analyst').refused('submitProposal', { proposalId: id });
    expect(offer).toEqual({ command: 'submitProposal', allowed: false, blockers: told.blockers });
    expect(told.blockers.every(({ message }) => message.length > 20)).toBe(true);
  });

  it('shows the approver what approval still lacks', async () => {
    const id = await submit(api);
    const offer = (await offersOf('approver', id)).find(({ command }) => command === 'recordDecision')!;
    const input = { proposalId: id, outcome: 'APPROVED', reasons: 'Yes.' };
    expect(offer['blockers']).toEqual((await api.as('approver').refused('recordDecision', input)).blockers);
  });
});
