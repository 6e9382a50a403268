// Access tokens: unknown, revoked, expired, read-only; and roles that end. What changed counts from the next request on.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { newToken } from '#store';
import { draft, mutationText, openApi, signOffWords, submit, type Member, type OpenApi } from '../harness/index.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const viewer = '{ viewer { person { displayName organisation { name } } roles } }';
const knock = async (token: string) => {
  const { status, body } = await api.withToken(token).send({ query: viewer });
  return body.errors ? `${status} ${body.errors[0].extensions.code}` : (body.data.viewer.person.displayName as string);
};
const stranger = '401 UNAUTHENTICATED';

describe('A token', () => {
  it('lets in the person it was issued to, with their roles', async () => {
    const { data } = (await api.as('auditor').send({ query: viewer })).body;
    expect(data.viewer).toEqual({
      person: { displayName: 'Joan Birch', organisation: { name: 'Office for Information Oversight' } },
      roles: ['auditor'],
    });
  });

  it('that is unknown, malformed, cut or in another case is a stranger’s', async () => {
    const { token } = api.store.cast.members.analyst;
    for (const other of [newToken(), 'x', token.slice(0, -1), token.toUpperCase(), `${token}=`, 'a'.repeat(600)])
      expect(await knock(other)).toBe(stranger);
  });

  it('missing or in another scheme is refused before the body is read', async () => {
    for (const authorization of ['', 'Basic YTpi', 'Bearer', api.store.cast.members.analyst.token]) {
      const headers = { authorization, 'content-type': 'application/json' };
      const answer = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body: 'no json' });
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    }
  });

  it('revoked is a stranger’s from the next request on, and the person’s others go on', async () => {
    const { cast } = api.store;
    const other = await cast.issueToken(cast.members.analyst_2);
    expect(await knock(other.token)).toBe('Tom Ellery');
    await cast.change([{ type: 'TokenRevoked', tokenId: other.tokenId, personId: other.personId }]);
    expect(await knock(other.token)).toBe(stranger);
    expect(await knock(cast.members.analyst_2.token)).toBe('Tom Ellery');
  });

  it('expired is a stranger’s, with the same words as an unknown one', async () => {
    const { cast } = api.store;
    const past = await cast.issueToken(cast.members.analyst, { expiresAt: new Date(Date.now() - 1000).toISOString() });
    const said = async (token: string) => (await api.withToken(token).send({ query: viewer })).body.errors[0].message;
    expect(await knock(past.token)).toBe(stranger);
    expect(await said(past.token)).toBe(await said(newToken()));
  });

  it('is stored as a hash only: neither table nor ledger holds it', async () => {
    const { token } = api.store.cast.members.analyst;
    const tables = await api.store.database.sql(`select tablename as name from pg_tables where schemaname = 'public'`);
    for (const { name } of tables) {
      const [row] = await api.store.database.sql(`select count(*)::int as found from ${name} t where t::text like $1`, [
        `%${token}%`,
      ]);
      expect([name, row!['found']]).toEqual([name, 0]);
    }
  });
});

describe('A token that may only read', () => {
  it('reads, and is refused every mutation with TOKEN_READS_ONLY before anything is looked at', async () => {
    const { cast } = api.store;
    const reader = await cast.issueToken(cast.members.analyst, { scopes: ['read'] });
    const id = await draft(api);
    expect(await api.as(reader).read(id)).toMatchObject({ state: 'DRAFTING' });
    const before = await api.digest();
    const commands: [string, object][] = [
      ['draftProposal', { title: 'No.' }],
      ['draftProposal', { title: '' }],
      ['comment', { proposalId: id, body: 'No.' }],
      ['withdrawProposal', { proposalId: randomUUID(), expectedVersion: 1, reason: 'No.' }],
    ];
    for (const [mutation, more] of commands) {
      const input = { commandId: randomUUID(), ...more };
      const { status, body } = await api.as(reader).send({ query: mutationText(mutation), variables: { input } });
      expect([status, body.errors[0].extensions.code]).toEqual([403, 'TOKEN_READS_ONLY']);
    }
    expect(await api.digest()).toBe(before);
  });
});

describe('A role', () => {
  const endRole = (member: Member, index: number) => {
    const assignmentId = member.assignmentIds[index] ?? '';
    const endsAt = new Date().toISOString();
    return api.store.cast.change([{ type: 'RoleEnded', assignmentId, personId: member.personId, endsAt }]);
  };

  it('that ended denies the next command, and with the last role goes the sight of it', async () => {
    const roles = ['analyst' as const, 'data_steward' as const];
    const member = await api.store.cast.add({ name: 'Uma Double', organisation: 'lead', roles });
    const id = await submit(api);
    await api.as(member).do('giveSignOff', { proposalId: id, ...signOffWords('purpose') });
    await endRole(member, 1);
    const again = await api.as(member).refused('giveSignOff', { proposalId: id, ...signOffWords('purpose') });
    expect(again).toMatchObject({ kind: 'DENIED', code: 'not-permitted' });
    expect(await api.as(member).read(id)).toMatchObject({ id });
    await endRole(member, 0);
    expect(await api.as(member).read(id)).toBeNull();
    expect(await api.as(member).refused('comment', { proposalId: id, body: 'Hello?' })).toMatchObject({
      kind: 'NOT_FOUND',
    });
    expect(await api.as(member).refused('draftProposal', { title: 'Mine' })).toMatchObject({ kind: 'DENIED' });
  });

  it('that begins later does not count yet', async () => {
    const member = await api.store.cast.add({ name: 'Newly Come', organisation: 'lead', roles: [] });
    const startsAt = new Date(Date.now() + 60_000).toISOString();
    const { personId, organisationId } = member;
    const assigned = { type: 'RoleAssigned' as const, assignmentId: randomUUID(), personId, organisationId };
    await api.store.cast.change([{ ...assigned, role: 'analyst', startsAt }]);
    expect(await api.as(member).refused('draftProposal', { title: 'Too early' })).toMatchObject({ kind: 'DENIED' });
    expect((await api.as(member).list()).totalCount).toBe(0);
  });

  it('held for another organisation counts there: a steward of the lead reads, and of elsewhere does not', async () => {
    const id = await submit(api);
    const elsewhere = await api.store.cast.add({
      name: 'Eve Elsewhere',
      organisation: 'unrelated',
      roles: ['data_steward'],
    });
    expect(await api.as(elsewhere).read(id)).toBeNull();
    const { personId } = elsewhere;
    const organisationId = api.store.cast.organisations.lead;
    const assigned = { type: 'RoleAssigned' as const, assignmentId: randomUUID(), personId, organisationId };
    await api.store.cast.change([{ ...assigned, role: 'data_steward', startsAt: new Date().toISOString() }]);
    await api.as(elsewhere).do('giveSignOff', { proposalId: id, ...signOffWords('purpose') });
  });

  it('of an author that ended lets the administrator hand the proposal on, without reading a word of it', async () => {
    const leaver = await api.store.cast.add({ name: 'Leo Leaver', organisation: 'lead', roles: ['analyst'] });
    const { proposal } = await api.as(leaver).do('draftProposal', { title: 'Secret words' });
    const input = {
      proposalId: proposal['id'],
      toPersonId: api.store.cast.members.analyst_2.personId,
      reason: 'Left.',
    };
    expect(await api.as('administrator').refused('handOverProposal', input)).toMatchObject({ kind: 'NOT_FOUND' });
    await endRole(leaver, 0);
    const receipt = await api.as('administrator').do('handOverProposal', input);
    expect(receipt.entries.map(({ type, role }) => `${type} ${role}`)).toEqual(['ProposalHandedOver administrator']);
    expect(JSON.stringify(receipt)).not.toContain('Secret words');
    expect(await api.as('analyst_2').read(proposal['id'])).toMatchObject({ author: { displayName: 'Tom Ellery' } });
    expect(await api.as('administrator').read(proposal['id'])).toBeNull();
  });
});
