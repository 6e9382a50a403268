// A role counts from the moment it begins until the moment it ends, both as they were said, and at no other time.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, signOffWords, submit, type Member, type OpenApi } from '../harness/index.js';

let api: OpenApi;
let id: string;
let steward: Member;
beforeAll(async () => {
  api = await openApi();
  id = await submit(api);
  steward = await api.store.cast.add({ name: 'Nia Steward', organisation: 'lead', roles: [] });
});
afterAll(() => api.close());

const hour = 60 * 60 * 1000;
const inHours = (hours: number): string => new Date(Date.now() + hours * hour).toISOString();
const assign = (more: object) =>
  api.as('administrator').change('assignRole', { personId: steward.personId, role: 'data_steward', ...more });
/** What the next request would find, had that much time passed. Nothing in the product can do this. */
const hoursPass = (assignmentId: string, hours: number) =>
  api.store.database.sql(
    `update role_assignment set starts_at = starts_at - $2 * interval '1 hour', ends_at = ends_at - $2 * interval '1 hour' where id = $1`,
    [assignmentId, hours],
  );

const sees = async (): Promise<boolean> => (await api.as(steward).read(id)) !== null;

describe('A role with a beginning and an end', () => {
  it('counts in between, and neither before nor after', async () => {
    const { roleAssignment } = await assign({ from: inHours(2), until: inHours(4) });
    const assignmentId = roleAssignment!['id'] as string;
    expect(await sees()).toBe(false);
    expect(await api.as(steward).refused('giveSignOff', { proposalId: id, ...signOffWords('purpose') })).toMatchObject({
      kind: 'NOT_FOUND',
    });
    await hoursPass(assignmentId, 3);
    expect(await sees()).toBe(true);
    await api.as(steward).do('giveSignOff', { proposalId: id, ...signOffWords('purpose') });
    await hoursPass(assignmentId, 3);
    expect(await sees()).toBe(false);
    expect((await api.as(steward).query('{ viewer { roles } }'))['viewer']).toEqual({ roles: [] });
  });

  it('counts at the very moment of its beginning, and no longer at that of its end', async () => {
    const { roleAssignment } = await assign({});
    const owner = await api.store.connect('migrator', 1);
    const held = async (column: string): Promise<number> =>
      owner.transaction(async manager => {
        // Within one transaction the database's clock stands still.
        await manager.query(`update role_assignment set ${column} = now() where id = $1`, [roleAssignment!['id']]);
        const [row] = await manager.query('select jsonb_array_length(held_roles($1)) as held', [steward.personId]);
        return (row as { held: number }).held;
      });
    expect(await held('starts_at')).toBe(1);
    expect(await held('ends_at')).toBe(0);
  });

  it('in another organisation counts there', async () => {
    const { unrelated } = api.store.cast.organisations;
    const { roleAssignment } = await assign({ organisationId: unrelated });
    expect(roleAssignment).toMatchObject({ organisation: { id: unrelated } });
    expect(await sees()).toBe(false);
  });
});

describe('A role that is ended', () => {
  it('now, counts no longer at the next request; later, counts until then', async () => {
    const { roleAssignment } = await assign({});
    const assignmentId = roleAssignment!['id'] as string;
    expect(await sees()).toBe(true);
    const until = inHours(1);
    const ending = await api.as('administrator').change('endRole', { assignmentId, until });
    expect(ending.roleAssignment).toMatchObject({ id: assignmentId, endsAt: until });
    expect(await sees()).toBe(true);
    await api.as('administrator').change('endRole', { assignmentId });
    expect(await sees()).toBe(false);
    const again = await api.as('administrator').refused('endRole', { assignmentId });
    expect(again).toMatchObject({ kind: 'BLOCKED', code: 'already-ended', message: 'This role has ended already.' });
  });

  it('and the same role again may not meet it, in which the refusal says which one stands in the way', async () => {
    const { roleAssignment } = await assign({ from: inHours(1), until: inHours(2) });
    const asked = { personId: steward.personId, role: 'data_steward', from: inHours(1.5) };
    const refused = await api.as('administrator').refused('assignRole', asked);
    expect(refused).toMatchObject({ kind: 'BLOCKED', code: 'role-overlaps' });
    expect(refused.blockers).toMatchObject([{ subject: `role:${roleAssignment!['id'] as string}` }]);
    expect(refused.message).toContain(roleAssignment!['id']);
  });
});
