// An administrator makes an organisation and its people, and its analyst drafts the first proposal: all of it through the API.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type OpenApi } from '../harness/index.js';
import { t1 } from '../builders/index.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

describe('An organisation, from nothing to its first draft', () => {
  let organisationId: string;
  let personId: string;
  let secret: string;

  it('is added, and everybody sees its name', async () => {
    const made = await api.as('administrator').change('addOrganisation', { name: 'Te Rōpū Tiaki', kind: 'IWI' });
    expect(made).toMatchObject({ replayed: false, organisation: { name: 'Te Rōpū Tiaki', kind: 'IWI' }, person: null });
    organisationId = made.organisation!['id'];
    const { organisations } = await api.as('outsider').query('{ organisations { id name } }');
    expect(organisations).toContainEqual({ id: organisationId, name: 'Te Rōpū Tiaki' });
  });

  it('gets a person, who has no role yet and cannot come in', async () => {
    const made = await api.as('administrator').change('addPerson', { organisationId, displayName: 'Ngaire Tūī' });
    expect(made).toMatchObject({
      person: { displayName: 'Ngaire Tūī', organisation: { id: organisationId } },
      organisation: null,
    });
    personId = made.person!['id'];
    expect((await api.as('auditor').roleHistory({ personId })).edges).toEqual([]);
  });

  it('gives that person a role and a token, whose secret the administrator hands over', async () => {
    const assigned = await api.as('administrator').change('assignRole', { personId, role: 'analyst' });
    expect(assigned.roleAssignment).toMatchObject({
      ...{ role: 'analyst', organisation: { id: organisationId }, person: { id: personId }, endsAt: null },
    });
    const issued = await api.as('administrator').change('issueToken', { personId, label: 'First day', days: 7 });
    expect(issued.accessToken).toMatchObject({
      person: { id: personId },
      label: 'First day',
      scopes: ['read', 'write'],
    });
    secret = issued.secret!;
  });

  it('whose analyst then says who they are, and drafts', async () => {
    const analyst = api.withToken(secret);
    const { viewer } = await analyst.query('{ viewer { person { id displayName organisation { name } } roles } }');
    expect(viewer).toEqual({
      person: { id: personId, displayName: 'Ngaire Tūī', organisation: { name: 'Te Rōpū Tiaki' } },
      roles: ['analyst'],
    });
    const { proposal } = await analyst.do('draftProposal', { title: 'Whose counts are these?', dossier: t1() });
    expect(await analyst.read(proposal['id'])).toMatchObject({
      state: 'DRAFTING',
      leadOrganisation: { id: organisationId },
      author: { displayName: 'Ngaire Tūī' },
    });
  });

  it('issues a token of its own, which ends with the first one, and is given another for the next year', async () => {
    const analyst = api.withToken(secret);
    const own = await analyst.change('issueToken', { label: 'My own', days: 366 });
    expect(own.entries).toMatchObject([{ type: 'TokenIssued', role: 'analyst', actor: { id: personId } }]);
    const { edges } = await analyst.accessTokens();
    expect(edges.map(({ node }) => node['label'])).toEqual(['First day', 'My own']);
    const [first, second] = edges.map(({ node }) => node);
    expect(second!['expiresAt']).toBe(first!['expiresAt']);
    const next = await api.as('administrator').change('issueToken', { personId, label: 'This year', days: 366 });
    const third = api.withToken(next.secret!);
    await third.change('revokeToken', { tokenId: first!['id'] });
    for (const lost of [analyst, api.withToken(own.secret!)])
      expect((await lost.send({ query: '{ viewer { roles } }' })).status).toBe(401);
    expect((await third.query('{ viewer { roles } }'))['viewer']).toEqual({ roles: ['analyst'] });
  });

  it('is told in the directory’s history, step by step, to those who administer or audit', async () => {
    for (const who of ['administrator', 'auditor'] as const) {
      const { edges } = await api
        .as(who)
        .history({ types: ['OrganisationAdded', 'PersonAdded'] }, { order: 'NEWEST_FIRST' });
      expect(edges.slice(0, 2).map(({ node }) => node)).toMatchObject([
        { type: 'PersonAdded', stream: 'directory', payload: { displayName: 'Ngaire Tūī' }, role: 'administrator' },
        { type: 'OrganisationAdded', stream: 'directory', payload: { name: 'Te Rōpū Tiaki' } },
      ]);
    }
  });
});
