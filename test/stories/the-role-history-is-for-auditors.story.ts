// Who held which role, when: asked by auditors and administrators of everybody, as of any day; by all others of themselves.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  countStatements,
  idsOf,
  openApi,
  personaKeys,
  roleHistoryQuery,
  type Member,
  type OpenApi,
  type Page,
} from '../harness/index.js';

let api: OpenApi;
let leaver: Member;
beforeAll(async () => {
  api = await openApi();
  leaver = await api.store.cast.add({ name: 'Lea Leaver', organisation: 'lead', roles: ['approver'] });
  await api.as('administrator').change('endRole', { assignmentId: leaver.assignmentIds[0] });
  await api.as('administrator').change('assignRole', { personId: leaver.personId, role: 'analyst', from: inDays(10) });
});
afterAll(() => api.close());

const day = 24 * 60 * 60 * 1000;
const inDays = (days: number): string => new Date(Date.now() + days * day).toISOString();
const rolesOf = ({ edges }: Page): string[] => edges.map(({ node }) => node['role'] as string);

describe('The role history', () => {
  it('tells auditors and administrators of everybody, past, present and to come', async () => {
    for (const who of ['auditor', 'administrator'] as const) {
      const all = await api.as(who).roleHistory({}, { first: 100 });
      expect(all.edges).toHaveLength(personaKeys.length + 2);
      const ofLeaver = await api.as(who).roleHistory({ personId: leaver.personId });
      expect(
        ofLeaver.edges.map(({ node }) => [node['role'], node['endsAt'] !== null, node['person'].displayName]),
      ).toEqual([
        ['approver', true, 'Lea Leaver'],
        ['analyst', false, 'Lea Leaver'],
      ]);
    }
  });

  it('answers who held a role on a day', async () => {
    const on = async (at: string, more: object = {}) =>
      rolesOf(await api.as('auditor').roleHistory({ personId: leaver.personId, at, ...more }));
    const [first] = (await api.as('auditor').roleHistory({ personId: leaver.personId })).edges;
    const { startsAt, endsAt } = first!.node as { startsAt: string; endsAt: string };
    expect(await on(startsAt)).toEqual(['approver']);
    expect(await on(endsAt)).toEqual([]);
    expect(await on(inDays(-1))).toEqual([]);
    expect(await on(inDays(11))).toEqual(['analyst']);
    expect(await on(inDays(11), { role: 'approver' })).toEqual([]);
  });

  it('is filtered by organisation and role, where every part must hold', async () => {
    const { organisations, members } = api.store.cast;
    const auditors = await api.as('auditor').roleHistory({ role: 'auditor' });
    expect(auditors.edges.map(({ node }) => node['person'].id)).toEqual([members.auditor.personId]);
    const partners = await api.as('auditor').roleHistory({ organisationId: organisations.partnerA });
    expect(rolesOf(partners)).toEqual(['partner']);
    expect(
      (await api.as('auditor').roleHistory({ organisationId: organisations.partnerA, role: 'auditor' })).edges,
    ).toEqual([]);
    for (const nothing of [{ personId: randomUUID() }, { personId: 'nobody' }, { role: 'king' }, { role: 'a\u0000' }])
      expect((await api.as('auditor').roleHistory(nothing)).edges).toEqual([]);
  });

  it('shows all others their own roles, and nobody else’s whatever they ask', async () => {
    for (const who of ['analyst', 'approver', 'partner_a', 'outsider'] as const) {
      const { personId, roles } = api.store.cast.members[who];
      expect(rolesOf(await api.as(who).roleHistory())).toEqual(roles);
      expect(rolesOf(await api.as(who).roleHistory({ personId }))).toEqual(roles);
      expect((await api.as(who).roleHistory({ personId: leaver.personId })).edges).toEqual([]);
    }
    expect(rolesOf(await api.as(leaver).roleHistory())).toEqual(['approver', 'analyst']);
  });

  it('is read page by page, each row once, and only with cursors of its own', async () => {
    const all = idsOf(await api.as('auditor').roleHistory({}, { first: 100 }));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = await api.as('auditor').roleHistory({}, { first: 4, after });
      seen.push(...idsOf(page));
      after = page.pageInfo['hasNextPage'] ? (page.pageInfo['endCursor'] as string) : null;
    } while (after);
    expect(seen).toEqual(all);
    for (const variables of [{ after: 'x' }, { first: 0 }, { first: 101 }])
      expect((await api.as('auditor').send({ query: roleHistoryQuery, variables })).status).toBe(400);
  });

  it('takes one statement for the list, one for all people in it and one for all organisations', async () => {
    const { statements } = await countStatements(api.store.dataSource, () =>
      api.as('administrator').roleHistory({}, { first: 100 }),
    );
    expect(statements).toEqual(['authenticate', 'role-history', 'people-by-id', 'organisations-by-id']);
  });
});

describe('What auditors read of the directory', () => {
  it('is recorded like all that they read, with what they asked', async () => {
    const { personId } = leaver;
    await api.as('auditor').roleHistory({ personId });
    await api.as('auditor').people({ first: 7 });
    const { edges } = await api.as('auditor').history({ types: ['AuditorRead'] }, { order: 'NEWEST_FIRST' });
    const [people, roles] = edges.map(({ node }) => node['payload'] as { operations: string[]; asked: string });
    expect([people!.operations, roles!.operations]).toEqual([['people'], ['roleHistory']]);
    expect(roles!.asked).toContain(personId);
  });
});

describe('People', () => {
  const namesSeenBy = async (who: Parameters<OpenApi['as']>[0], filter: object = {}): Promise<string[]> =>
    (await api.as(who).people({ first: 100, ...filter })).edges.map(({ node }) => node['displayName'] as string);

  it('are listed by name: everybody, for administrators and auditors', async () => {
    const everybody = [...Object.values(api.store.cast.members), leaver].map(({ name }) => name);
    for (const who of ['administrator', 'auditor'] as const)
      expect((await namesSeenBy(who)).sort()).toEqual(everybody.sort());
    const { partnerA } = api.store.cast.organisations;
    expect(await namesSeenBy('auditor', { organisationId: partnerA })).toEqual(['Anahera Quill']);
  });

  it('are listed for all others where they work themselves, to hand a proposal over to', async () => {
    const { lead, partnerA } = api.store.cast.organisations;
    expect(await namesSeenBy('partner_a')).toEqual(['Anahera Quill']);
    expect(await namesSeenBy('partner_a', { organisationId: lead })).toEqual([]);
    expect(await namesSeenBy('analyst')).toContain('Tom Ellery');
    expect(await namesSeenBy('analyst')).not.toContain('Anahera Quill');
    expect(await namesSeenBy('analyst', { organisationId: partnerA })).toEqual([]);
  });

  it('are found by id by those who may know them', async () => {
    const { personId } = api.store.cast.members.partner_a;
    const found = async (who: Parameters<OpenApi['as']>[0]) =>
      (await api.as(who).query('query N($id: ID!) { node(id: $id) { id } }', { id: personId }))['node'];
    for (const who of ['administrator', 'auditor', 'partner_a'] as const)
      expect(await found(who)).toEqual({ id: personId });
    for (const who of ['analyst', 'partner_b', 'outsider'] as const) expect(await found(who)).toBeNull();
  });

  it('are read in pages, by statements that do not grow with them', async () => {
    const { edges, pageInfo } = await api.as('auditor').people({ first: 2 });
    expect([edges.length, pageInfo['hasNextPage']]).toEqual([2, true]);
    const next = await api.as('auditor').people({ first: 2, after: pageInfo['endCursor'] });
    expect(next.edges[0]!.node['displayName'] > edges[1]!.node['displayName']).toBe(true);
    const { statements } = await countStatements(api.store.dataSource, () => namesSeenBy('administrator'));
    expect(statements).toEqual(['authenticate', 'people', 'organisations-by-id']);
  });
});
