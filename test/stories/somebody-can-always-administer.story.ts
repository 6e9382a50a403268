// The last administrator cannot lock everyone out: not alone, and not two of them at once.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { isProblem, type Actor, type DirectoryCommandType } from '#governance';
import { handleDirectory } from '#store';
import { perform } from '../../apps/admin/perform.js';
import { openApi, type Member, type OpenApi, type Problem, type Receipt } from '../harness/index.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const root = (): Member => api.store.cast.members.administrator;
const roleOf = ({ assignmentIds }: Member): string => assignmentIds[0] ?? '';
const another = (name: string): Promise<Member> =>
  api.store.cast.add({ name, organisation: 'lead', roles: ['administrator'] });
const verdicts = (results: (Receipt | Problem)[]): string[] =>
  results.map(result => (result.__typename === 'Problem' ? `${result.kind} ${result.code}` : 'done')).sort();

/** Who can administer now: open-ended role, begun, and a token that writes. */
const administrators = async (): Promise<string[]> => {
  const rows = await api.store.database.sql<{ id: string }>(`select distinct r.person_id as id from role_assignment r
    join access_token t on t.person_id = r.person_id
    where r.role = 'administrator' and r.starts_at <= now() and r.ends_at is null
      and t.revoked_at is null and t.expires_at > now() and 'write' = any (t.scopes)`);
  return rows.map(({ id }) => id);
};

const last = { kind: 'BLOCKED', code: 'last-administrator' };

describe('The only administrator', () => {
  it('ends neither their role nor their only token, and is told what is needed first', async () => {
    const before = await api.digest();
    const refused = await api.as('administrator').refused('endRole', { assignmentId: roleOf(root()) });
    expect(refused).toMatchObject(last);
    expect(refused.message).toMatch(/First see that somebody holds the role administrator/);
    const until = new Date(Date.now() + 1_000_000).toISOString();
    expect(await api.as('administrator').refused('endRole', { assignmentId: roleOf(root()), until })).toMatchObject(
      last,
    );
    expect(await api.as('administrator').refused('revokeToken', { tokenId: root().tokenId })).toMatchObject(last);
    expect(await api.digest()).toBe(before);
  });

  it('changes the token for another one from the command line, and not by itself: what it begets ends with it', async () => {
    const { cast, dataSource } = api.store;
    await api.as('administrator').change('issueToken', { label: 'Begotten' });
    const refused = await api.as('administrator').refused('revokeToken', { tokenId: root().tokenId });
    expect(refused).toMatchObject(last);
    expect(refused.message).toMatch(/not issued through this one/);
    const lines = await perform('issue-token', { person: root().personId, label: 'Next year' }, dataSource, new Date());
    const [tokenId = ''] = /[0-9a-f-]{36}/.exec(lines.join(' ')) ?? [];
    const next = { ...root(), token: lines.at(-1)!, tokenId };
    await api.as(next).change('revokeToken', { tokenId: root().tokenId });
    cast.members.administrator = next;
    expect(await api.as(next).refused('revokeToken', { tokenId: next.tokenId })).toMatchObject(last);
  });

  it('goes when a successor has role and token, and not sooner', async () => {
    const { cast } = api.store;
    const successor = await cast.add({ name: 'Sam Next', organisation: 'lead', roles: ['administrator'] });
    await api.as(successor).change('endRole', { assignmentId: roleOf(root()) });
    expect(await administrators()).toEqual([successor.personId]);
    expect(await api.as('administrator').refused('addOrganisation', { name: 'Too late', kind: 'NGO' })).toMatchObject({
      kind: 'DENIED',
    });
    cast.members.administrator = successor;
  });
});

describe('Two administrators at once', () => {
  const rounds = 5;
  const together = (moves: [Member, string, object][]) =>
    Promise.all(
      moves.map(([who, mutation, input]) => api.as(who).raw(mutation, { commandId: randomUUID(), ...input })),
    );

  it('end each other’s roles: one succeeds, and to the other, who administers no more, there is no such role', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const [one, two] = [root(), await another(`Rival ${round}`)];
      const results = await together([
        [one, 'endRole', { assignmentId: roleOf(two) }],
        [two, 'endRole', { assignmentId: roleOf(one) }],
      ]);
      expect(verdicts(results)).toEqual(['NOT_FOUND not-found', 'done']);
      expect(await administrators()).toHaveLength(1);
      const stays = results[0]!.__typename === 'Problem' ? two : one;
      expect(await administrators()).toEqual([stays.personId]);
      api.store.cast.members.administrator = stays;
    }
  });

  it('lay down their own roles: one may, the other is the last', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const [one, two] = [root(), await another(`Tired ${round}`)];
      const results = await together([
        [one, 'endRole', { assignmentId: roleOf(one) }],
        [two, 'endRole', { assignmentId: roleOf(two) }],
      ]);
      expect(verdicts(results)).toEqual(['BLOCKED last-administrator', 'done']);
      const stays = results[0]!.__typename === 'Problem' ? one : two;
      expect(await administrators()).toEqual([stays.personId]);
      api.store.cast.members.administrator = stays;
    }
  });

  it('let in at once, one revokes the other’s token and the other ends the one’s role: somebody stays', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const [one, two] = [root(), await another(`Clumsy ${round}`)];
      // Past the door both: at the door a revoked token would be a stranger's already.
      const actors = await Promise.all([one, two].map(who => api.store.actorOf(who)));
      const asked: [DirectoryCommandType, object][] = [
        ['RevokeToken', { tokenId: two.tokenId }],
        ['EndRole', { assignmentId: roleOf(one) }],
      ];
      const outcomes = await Promise.all(asked.map(([type, input], index) => send(type, input, actors[index]!)));
      expect(outcomes.filter(outcome => !isProblem(outcome))).toHaveLength(1);
      const remaining = await administrators();
      expect(remaining).toHaveLength(1);
      api.store.cast.members.administrator = remaining[0] === one.personId ? one : two;
    }
  });
});

const send = (type: DirectoryCommandType, input: object, actor: Actor) =>
  handleDirectory(api.store.dataSource, {
    ...{ type, input, actor, commandId: randomUUID(), newId: () => randomUUID() },
    at: new Date().toISOString(),
  });
