// Administrators change who may do what, and read no dossier by any path: not alone, not by giving themselves a role.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { roleKeys } from '#governance';
import { concern, openApi, pastQuery, submit, type OpenApi, type Row } from '../harness/index.js';

let api: OpenApi;
let id: string;
let concernId: string;
const title = 'Where the quiet families are';
beforeAll(async () => {
  api = await openApi();
  id = await submit(api, 'T2', title);
  concernId = await concern(api, id);
});
afterAll(() => api.close());

const administrator = () => api.as('administrator');

describe('An administrator', () => {
  it('finds no proposal by id, by list, in the past, or by anything in it', async () => {
    expect(await administrator().read(id)).toBeNull();
    expect(await administrator().list()).toMatchObject({ edges: [], totalCount: 0 });
    expect((await administrator().query(pastQuery, { id, sequence: 1 }))['proposalAsOf']).toBeNull();
    const preview = 'query P($id: ID!) { previewRevision(proposalId: $id, dossier: {}) { tier } }';
    expect((await administrator().send({ query: preview, variables: { id } })).status).toBe(400);
    const entries = await api.as('auditor').historyOf(id);
    for (const hidden of [id, concernId, ...entries.map(entry => entry['id'] as string)])
      expect(
        (await administrator().query('query N($id: ID!) { node(id: $id) { id } }', { id: hidden }))['node'],
      ).toBeNull();
  });

  it('reads the directory’s history and no entry of a proposal', async () => {
    const seen = await administrator().history();
    expect(new Set(seen.edges.map(({ node }) => node['stream']))).toEqual(new Set(['directory']));
    expect(JSON.stringify(seen)).not.toContain(title);
    for (const filter of [{ proposalId: id }, { types: ['ProposalDrafted', 'ConcernRaised'] }])
      expect((await administrator().history(filter)).edges).toEqual([]);
  });

  it('sends no command on it: each is NOT_FOUND, and nothing changes', async () => {
    const before = await api.digest();
    const reason = 'To see what happens.';
    const asked: [string, Row][] = [
      ['comment', { body: reason }],
      ['declareConflict', { reason }],
      ['withdrawProposal', { reason }],
      ['recordDecision', { outcome: 'RETURNED', reasons: reason }],
      ['handOverProposal', { toPersonId: api.store.cast.members.analyst_2.personId, reason }],
    ];
    for (const [mutation, more] of asked)
      expect(await administrator().refused(mutation, { proposalId: id, ...more })).toMatchObject({ kind: 'NOT_FOUND' });
    const copied = await administrator().refused('draftProposal', { title: 'Mine', copyOf: id });
    expect(copied.kind).toBe('NOT_FOUND');
    expect(await api.digest()).toBe(before);
  });

  it('gives themself no role, and gets none from another administrator while they administer', async () => {
    const { cast } = api.store;
    const other = await cast.add({ name: 'Olga Second', organisation: 'lead', roles: ['administrator'] });
    const { personId } = cast.members.administrator;
    for (const role of roleKeys.filter(key => key !== 'administrator'))
      for (const who of ['administrator', other] as const)
        expect(await api.as(who).refused('assignRole', { personId, role })).toMatchObject({
          ...{ kind: 'DENIED', code: 'separation-of-duties' },
          message: expect.stringContaining('whoever administers holds no other role'),
        });
    expect(await administrator().refused('assignRole', { personId, role: 'administrator' })).toMatchObject({
      kind: 'DENIED',
    });
    expect(await administrator().read(id)).toBeNull();
  });

  it('who lays the role down can be given another one, and reads from then on', async () => {
    const { cast } = api.store;
    const leaver = await cast.add({ name: 'Tia Turner', organisation: 'lead', roles: ['administrator'] });
    const [assignmentId = ''] = leaver.assignmentIds;
    await administrator().change('endRole', { assignmentId });
    expect(await api.as(leaver).refused('addOrganisation', { name: 'One more', kind: 'NGO' })).toMatchObject({
      kind: 'DENIED',
    });
    await administrator().change('assignRole', { personId: leaver.personId, role: 'analyst' });
    expect(await api.as(leaver).read(id)).toMatchObject({ title });
  });
});

describe('Whoever is no administrator', () => {
  it.each(['analyst', 'approver', 'auditor', 'partner_a', 'outsider'] as const)(
    '%s: changes no directory',
    async who => {
      const { organisations, members } = api.store.cast;
      const { personId, assignmentIds } = members[who];
      const [assignmentId] = assignmentIds;
      const before = await api.digest();
      const asked: [string, Row][] = [
        ['addOrganisation', { name: randomUUID(), kind: 'OTHER' }],
        ['addPerson', { organisationId: organisations.lead, displayName: 'A friend' }],
        ['assignRole', { personId, role: 'administrator' }],
        ['endRole', { assignmentId }],
      ];
      for (const [mutation, input] of asked)
        expect([mutation, await api.as(who).refused(mutation, input)]).toMatchObject([
          mutation,
          { kind: 'DENIED', code: 'not-permitted' },
        ]);
      expect(await api.digest()).toBe(before);
    },
  );
});
