// What a review with fresh eyes found, each as a sentence that failed before it was mended.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { concern, draft, openApi, submit, type OpenApi } from '../harness/index.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

describe('What a review found', () => {
  it('a subscription is refused as the client’s mistake, and nothing is logged', async () => {
    const { status, body } = await api.as('analyst').send({ query: 'subscription { x }' });
    expect(status).toBe(400);
    expect(body.errors[0].extensions.code).toMatch(/GRAPHQL_VALIDATION_FAILED|SUBSCRIPTIONS_NOT_SERVED/);
  });

  it('a concern is found by its id, whoever uses that id for something of their own', async () => {
    const proposalId = await submit(api);
    const id = await concern(api, proposalId);
    const purposes = [{ id, statement: 'See how far families travel.' }];
    await api.as('analyst').do('draftProposal', { title: 'The same id', dossier: { purposes } });
    const { node } = await api.as('auditor').query('query ($id: ID!) { node(id: $id) { __typename id } }', { id });
    expect(node).toEqual({ __typename: 'Concern', id });
  });

  it('a filter by an empty id finds nothing', async () => {
    await draft(api);
    expect((await api.as('auditor').history({ proposalId: '' })).edges).toEqual([]);
    expect((await api.as('auditor').list({ organisationId: '' })).edges).toEqual([]);
  });

  it('the past is found by an id in capitals too', async () => {
    const id = await draft(api);
    const text = 'query ($id: ID!) { proposalAsOf(id: $id, sequence: 1) { state } }';
    expect(await api.as('analyst').query(text, { id: id.toUpperCase() })).toEqual({
      proposalAsOf: { state: 'DRAFTING' },
    });
  });

  it('a partner who copies is told that partners do not draft', async () => {
    const copyOf = await submit(api);
    const told = await api.as('partner_a').refused('draftProposal', { title: 'A copy', dossier: {}, copyOf });
    expect(told.kind).toBe('DENIED');
  });

  it('the places of a record’s faults are named one by one', async () => {
    const record = { 'U-1': 'a\u202eb', 'U-2': 'x'.repeat(20_001) };
    const told = await api.as('analyst').refused('recordUrgentDisclosure', { title: 'Case', record });
    expect(told).toMatchObject({ kind: 'INVALID', path: ['U-1', 'U-2'] });
  });

  it('a command sent again with nulls for what it left out is the same command', async () => {
    const input = { commandId: randomUUID(), title: 'Counts', dossier: {} };
    await api.as('analyst').raw('draftProposal', input);
    const again = await api.as('analyst').raw('draftProposal', { ...input, copyOf: null, dossier: { purposes: null } });
    expect(again).toMatchObject({ replayed: true });
  });

  it('titles are found without their macrons, in either Unicode form and any order of words', async () => {
    const id = await draft(api, 'T1', 'Kāinga visits, by district');
    for (const text of ['kainga', 'Kāinga'.normalize('NFD'), 'district kāinga']) {
      expect((await api.as('analyst').list({ text })).edges.map(({ node }) => node['id'])).toEqual([id]);
    }
    expect((await api.as('analyst').list({ text: 'kainga heaters' })).edges).toEqual([]);
  });

  it('a title that shows nothing is blank', async () => {
    const told = await api.as('analyst').refused('draftProposal', { title: '\u200b\u3164', dossier: {} });
    expect(told).toMatchObject({ kind: 'INVALID', path: ['title'] });
  });

  it('a concern may say what it is about in a partner’s own words', async () => {
    const proposalId = await submit(api);
    await concern(api, proposalId, 'partner_a', { about: ['the date of birth', 'RK-6'] });
    const { edges } = await api.as('auditor').history({ proposalId, types: ['ConcernRaised'] });
    expect((edges[0]?.node['payload'] as { about: string[] }).about).toEqual(['the date of birth', 'RK-6']);
    const [row] = await api.store.database.sql(
      `select bytes from ledger_entry where type = 'ConcernRaised' and proposal_id = $1`,
      [proposalId],
    );
    expect(String(row?.['bytes'])).not.toContain('date of birth');
  });
});
