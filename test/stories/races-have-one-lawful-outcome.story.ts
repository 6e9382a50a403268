// Two people at once: whoever comes first wins, the other is told lawfully, and what stands is as if they had come in turn.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  answer,
  awaitDecision,
  concern,
  openApi,
  sign,
  signOffWords,
  submit,
  type Member,
  type OpenApi,
  type PersonaKey,
  type Problem,
  type Receipt,
  type Row,
} from '../harness/index.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

type Move = [who: PersonaKey | Member, mutation: string, input: Row];
const rounds = 5;

const versionOf = async (id: string) => (await api.as('auditor').read(id))!['version'] as number;
const together = (moves: Move[]) =>
  Promise.all(moves.map(([who, mutation, input]) => api.as(who).raw(mutation, { commandId: randomUUID(), ...input })));
const verdict = (result: Receipt | Problem) =>
  result.__typename === 'Problem' ? `${result.kind} ${result.code}` : 'done';
const verdicts = (results: (Receipt | Problem)[]) => results.map(verdict).sort();

/** Whatever happened at once, the history is one chain without a gap, and every version was given once. */
async function expectOneHistory(id: string): Promise<void> {
  const entries = await api.as('auditor').historyOf(id);
  expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
  expect(entries.map(({ previousHash }) => previousHash)).toEqual([
    null,
    ...entries.slice(0, -1).map(({ hash }) => hash),
  ]);
  const commands = new Set(entries.filter(({ type }) => type !== 'CommentMade').map(({ commandId }) => commandId));
  expect(await versionOf(id)).toBe(commands.size);
}

describe('At once', () => {
  it('two people give the same sign-off: one gives it, the other meets a conflict', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const id = await submit(api);
      await sign(api, id, 'purpose');
      const input = { proposalId: id, expectedVersion: await versionOf(id), ...signOffWords('proportionality') };
      const results = await together([
        ['privacy_officer', 'giveSignOff', input],
        ['privacy_officer_2', 'giveSignOff', input],
      ]);
      expect(verdicts(results)).toEqual(['CONFLICT stale-version', 'done']);
      const signOffs = (await api.as('auditor').read(id))!['signOffs'] as Row[];
      expect(signOffs.filter(({ status }) => status === 'GIVEN')).toHaveLength(2);
      await expectOneHistory(id);
    }
  });

  it('the last two sign-offs: one is given, the other given again with the new version, and then it awaits its decision', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const id = await submit(api);
      await sign(api, id, 'purpose');
      const expectedVersion = await versionOf(id);
      const moves: Move[] = [
        ['privacy_officer', 'giveSignOff', { proposalId: id, expectedVersion, ...signOffWords('proportionality') }],
        ['security_officer', 'giveSignOff', { proposalId: id, expectedVersion, ...signOffWords('privacy_risk') }],
      ];
      const results = await together(moves);
      expect(verdicts(results)).toEqual(['CONFLICT stale-version', 'done']);
      expect((await api.as('auditor').read(id))!['state']).toBe('IN_REVIEW');
      const [who, mutation, input] = moves[results.findIndex(each => each.__typename === 'Problem')]!;
      await api.as(who).do(mutation, { ...input, expectedVersion: expectedVersion + 1 });
      expect((await api.as('auditor').read(id))!['state']).toBe('AWAITING_DECISION');
      await expectOneHistory(id);
    }
  });

  it('a revision and a decision: never a decision on content that the decider did not read', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const id = await awaitDecision(api);
      const expectedVersion = await versionOf(id);
      const results = await together([
        ['analyst', 'reviseProposal', { proposalId: id, expectedVersion, dossier: { retention: 'For ever.' } }],
        [
          'approver',
          'recordDecision',
          { proposalId: id, expectedVersion, outcome: 'APPROVED', reasons: 'As weighed.' },
        ],
      ]);
      expect(verdicts(results)).toEqual(['CONFLICT stale-version', 'done']);
      const { state, dossier, decision } = (await api.as('auditor').read(id))!;
      const isDecided = results[1]!.__typename === 'Receipt';
      expect([state, dossier.retention, decision?.onRevision ?? null]).toEqual(
        isDecided ? ['APPROVED', 'Two years, then deleted.', 1] : ['IN_REVIEW', 'For ever.', null],
      );
      await expectOneHistory(id);
    }
  });

  it('a concern and a decision: decided before it was raised, or held by it', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const id = await awaitDecision(api);
      const expectedVersion = await versionOf(id);
      const words = { proposalId: id, statement: 'Wait.', severity: 'MINOR' };
      const results = await together([
        ['partner_a', 'raiseConcern', words],
        [
          'approver',
          'recordDecision',
          { proposalId: id, expectedVersion, outcome: 'APPROVED', reasons: 'As weighed.' },
        ],
      ]);
      const outcome = results.map(verdict);
      expect([
        ['done', 'CONFLICT stale-version'],
        ['BLOCKED wrong-state', 'done'],
      ]).toContainEqual(outcome);
      const { state } = (await api.as('auditor').read(id))!;
      expect(state).toBe(outcome[1] === 'done' ? 'APPROVED' : 'IN_REVIEW');
      await expectOneHistory(id);
    }
  });

  it('two colleagues settle one concern, one this way, one that way: one of them counts', async () => {
    const roles = ['partner' as const];
    const colleague = await api.store.cast.add({ name: 'Rua Second', organisation: 'partnerA', roles });
    for (let round = 0; round < rounds; round += 1) {
      const id = await submit(api);
      const concernId = await concern(api, id);
      await answer(api, id, concernId);
      const results = await together([
        ['partner_a', 'settleConcern', { proposalId: id, concernId, outcome: 'SETTLED' }],
        [colleague, 'settleConcern', { proposalId: id, concernId, outcome: 'DISPUTED' }],
      ]);
      expect(verdicts(results)).toEqual(['BLOCKED wrong-state', 'done']);
      const settled = (await api.as('auditor').historyOf(id)).filter(({ type }) => type === 'ConcernSettled');
      expect(settled).toHaveLength(1);
      await expectOneHistory(id);
    }
  });

  it('two approvers decide differently: one decision stands', async () => {
    const second = await api.store.cast.add({ name: 'Olive Decider', organisation: 'lead', roles: ['approver'] });
    const id = await awaitDecision(api);
    const input = { proposalId: id, expectedVersion: await versionOf(id), reasons: 'As weighed.' };
    const results = await together([
      ['approver', 'recordDecision', { ...input, outcome: 'APPROVED' }],
      [second, 'recordDecision', { ...input, outcome: 'DECLINED', wouldChangeIt: 'Less.' }],
    ]);
    expect(verdicts(results)).toEqual(['CONFLICT stale-version', 'done']);
    await expectOneHistory(id);
  });

  it('twenty comments and concerns by many people are all kept, in one chain', async () => {
    const id = await submit(api);
    const people: PersonaKey[] = ['partner_a', 'partner_b', 'approver', 'data_steward'];
    const moves = Array.from({ length: 20 }, (_, n): Move => {
      const who = people[n % 4]!;
      const words = { proposalId: id, statement: `Concern ${n}`, severity: 'MINOR' };
      return n % 2 ? [who, 'raiseConcern', words] : [who, 'comment', { proposalId: id, body: `Comment ${n}` }];
    });
    expect(new Set(verdicts(await together(moves)))).toEqual(new Set(['done']));
    await expectOneHistory(id);
    expect((await api.as('auditor').read(id))!['concerns'].totalCount).toBe(10);
  });

  it('a role that ends and a command that needs it: done while it lasted, or denied', async () => {
    const { cast } = api.store;
    const leaver = await cast.add({ name: 'Ina Leaving', organisation: 'lead', roles: ['data_steward'] });
    const id = await submit(api);
    const [assignmentId = ''] = leaver.assignmentIds;
    const input = { proposalId: id, expectedVersion: await versionOf(id), ...signOffWords('purpose') };
    const ended = {
      type: 'RoleEnded' as const,
      assignmentId,
      personId: leaver.personId,
      endsAt: new Date().toISOString(),
    };
    const [[result]] = await Promise.all([together([[leaver, 'giveSignOff', input]]), cast.change([ended])]);
    expect(['done', 'NOT_FOUND not-found']).toContain(verdict(result!));
    await expectOneHistory(id);
  });
});
