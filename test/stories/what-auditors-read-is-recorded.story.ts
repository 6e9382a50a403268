// What an auditor reads is an entry of the stream `audit`: who, when, which query, which proposals. Nobody else's reading is.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { canonicalBytes, leafHash, toHex } from '#ledger';
import { sequenceBatch } from '#store';
import { sha256 } from '../../libs/store/ledger/index.js';
import { concern, draft, idsOf, openApi, submit, type OpenApi, type Row } from '../harness/index.js';

let api: OpenApi;
let proposalId: string;
let concernId: string;
let entryId: string;
beforeAll(async () => {
  api = await openApi();
  proposalId = await submit(api, 'T1');
  concernId = await concern(api, proposalId);
  entryId = (await api.as('analyst').history({ types: ['ConcernRaised'] })).edges[0]!.node['id'] as string;
  await draft(api);
});
afterAll(() => api.close());

const entries = () =>
  api.store.database.sql(`select e.*, (select jsonb_agg(w.words::jsonb) from entry_words w
    where w.stream = e.stream and w.sequence = e.sequence) as words from ledger_entry e where stream = 'audit' order by sequence`);
const payloadOf = ({ bytes }: Row): Row => JSON.parse((bytes as Buffer).toString('utf8')).payload as Row;

/** Each query that shows something, with the proposals that its entry has to name. */
const queries = (): Record<string, [text: string, proposals: 'one' | 'all' | 'none']> => ({
  proposal: [`{ proposal(id: "${proposalId}") { title } }`, 'one'],
  proposalByReference: ['{ proposalByReference(reference: "DSP-0001") { title } }', 'one'],
  myMentions: ['{ myMentions { comment { body } } }', 'none'],
  mentionable: [`{ mentionable(proposalId: "${proposalId}") { displayName } }`, 'one'],
  myWork: ['{ myWork { edges { node { why } } } }', 'none'],
  proposals: ['{ proposals(first: 10) { edges { node { title } } } }', 'all'],
  proposalAsOf: [`{ proposalAsOf(id: "${proposalId}", sequence: 1) { title } }`, 'one'],
  portfolioAsOf: ['{ portfolioAsOf(at: "2999-01-01T00:00:00Z") { edges { node { title } } } }', 'all'],
  decisionHistory: [`{ decisionHistory(filter: { proposalId: "${proposalId}" }) { edges { node { type } } } }`, 'one'],
  node: [`{ node(id: "${concernId}") { id } }`, 'one'],
  receipt: [`{ receipt(entryId: "${entryId}") { text } }`, 'one'],
  entryProof: [`{ entryProof(entryId: "${entryId}") { index } }`, 'one'],
  reports: ['{ reports(from: "2020-01-01T00:00:00Z", to: "2999-01-01T00:00:00Z") { decisions { count } } }', 'none'],
  people: ['{ people { edges { node { displayName } } } }', 'none'],
  roleHistory: ['{ roleHistory { edges { node { role } } } }', 'none'],
  accessTokens: ['{ accessTokens { edges { node { label } } } }', 'none'],
  identities: ['{ identities { edges { node { subject } } } }', 'none'],
  sessions: ['{ sessions { startedAt } }', 'none'],
  previewRevision: [`{ previewRevision(proposalId: "${proposalId}", dossier: { summary: "New." }) { stays } }`, 'one'],
});
/** These show nothing of proposals, of their history or of people. */
const unrecorded = ['viewer', 'organisations', 'catalogue', 'workflows', 'ledger', 'checkpoint', 'consistencyProof'];

describe('What an auditor reads', () => {
  it('covers every query there is', () => {
    const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
    const all = Object.keys(schema.getQueryType()!.getFields());
    expect([...Object.keys(queries()), ...unrecorded].sort()).toEqual(all.sort());
  });

  it('is recorded, query by query, with the proposals that were shown', async () => {
    const everything = idsOf(await api.as('analyst').list({}, { first: 100 })).sort();
    for (const [name, [text, proposals]] of Object.entries(queries())) {
      const before = (await entries()).length;
      await api.as('auditor').query(text);
      const added = (await entries()).slice(before);
      const shown = { one: [proposalId], all: everything, none: [] }[proposals];
      expect(added.map(payloadOf)).toEqual([
        { type: 'AuditorRead', operations: [name], proposalIds: expect.any(Array), commitment: expect.any(String) },
      ]);
      expect(payloadOf(added[0]!)['proposalIds'].sort()).toEqual(shown);
      expect(added[0]).toMatchObject({ actor_id: api.store.cast.members.auditor.personId, role: 'auditor' });
      expect(JSON.stringify(added[0]!['words'])).toContain(name);
    }
  });

  it('is recorded too where it comes with a receipt: a command sent again answers with the whole proposal', async () => {
    const { members } = api.store.cast;
    const person = await api.store.cast.add({ name: 'Tui Marsden', organisation: 'lead', roles: ['analyst'] });
    const input = { commandId: randomUUID(), proposalId, body: 'Before the audit.', audience: 'INTERNAL' };
    await api.as(person).raw('comment', input);
    const before = await entries();
    const now = new Date().toISOString();
    const ended = {
      type: 'RoleEnded' as const,
      assignmentId: person.assignmentIds[0]!,
      personId: person.personId,
      endsAt: now,
    };
    const { organisationId, personId } = { ...person, organisationId: members.auditor.organisationId };
    const audits = {
      type: 'RoleAssigned' as const,
      assignmentId: randomUUID(),
      personId,
      organisationId,
      role: 'auditor' as const,
      startsAt: now,
    };
    await api.store.cast.change([ended, audits]);
    const receipt = await api.as(person).raw('comment', input);
    expect(receipt).toMatchObject({ __typename: 'Receipt', replayed: true });
    const added = (await entries()).slice(before.length);
    expect(added.map(payloadOf)).toMatchObject([{ operations: ['comment'], proposalIds: [proposalId] }]);
  });

  it('is one entry for a request, however much it asks', async () => {
    const before = (await entries()).length;
    await api
      .as('auditor')
      .query(`{ a: proposal(id: "${proposalId}") { title } b: proposals { edges { node { id } } } }`);
    const [added, ...others] = (await entries()).slice(before);
    expect([payloadOf(added!)['operations'], others]).toEqual([['proposal', 'proposals'], []]);
  });

  it('is a chain like any other stream, and gets its place in the whole', async () => {
    let previous: string | null = null;
    for (const [index, row] of (await entries()).entries()) {
      const bytes = row['bytes'] as Buffer;
      expect(row['sequence']).toBe(index + 1);
      expect(Buffer.from(canonicalBytes(JSON.parse(bytes.toString('utf8')))).equals(bytes)).toBe(true);
      expect(JSON.parse(bytes.toString('utf8')).previous).toBe(previous);
      previous = toHex(leafHash(sha256, bytes));
      expect((row['hash'] as Buffer).toString('hex')).toBe(previous);
    }
    await sequenceBatch(await api.store.connect('assent_worker', 1));
    const [missing] = await api.store.database.sql(`select count(*)::integer as rows from ledger_entry e
      where not exists (select from ledger_position p where p.entry_id = e.id)`);
    expect(missing!['rows']).toBe(0);
  });

  it('is written together when much is read at once, and all of it', async () => {
    const before = (await entries()).length;
    const text = `{ proposal(id: "${proposalId}") { title } }`;
    await Promise.all(Array.from({ length: 40 }, () => api.as('auditor').query(text)));
    expect((await entries()).length).toBe(before + 40);
  });

  it('is read back by asking for it, and is not in the way of anything else', async () => {
    const usual = await api.as('auditor').history();
    expect(usual.edges.filter(({ node }) => node['stream'] === 'audit')).toEqual([]);
    const asked = await api.as('auditor').history({ stream: 'audit' });
    expect(asked.edges.length).toBeGreaterThan(40);
    expect(new Set(asked.edges.map(({ node }) => node['type']))).toEqual(new Set(['AuditorRead']));
    const typed = await api.as('auditor').history({ types: ['AuditorRead'] });
    expect(typed.edges.length).toBe(asked.edges.length + 1);
  });
});

describe('What others read', () => {
  it.each(['analyst', 'partner_a', 'administrator', 'approver', 'outsider'] as const)(
    'is not: %s leaves the database as it was, and sees nothing of the stream',
    async who => {
      const before = await api.digest();
      for (const [name, [text]] of Object.entries(queries()))
        if (name !== 'previewRevision') await api.as(who).query(text);
      for (const filter of [{ stream: 'audit' }, { types: ['AuditorRead'] }])
        expect((await api.as(who).history(filter)).edges).toEqual([]);
      expect(await api.digest()).toBe(before);
    },
  );

  it('an auditor’s request that is refused reads nothing, and leaves nothing', async () => {
    const before = await api.digest();
    await api.as('auditor').send({ query: '{ proposals(first: 1000) { edges { cursor } } }' });
    await api.as('auditor').send({ query: '{ nonsense }' });
    await api.as('auditor').refused('comment', { proposalId, body: 'Hm.', audience: 'INTERNAL' });
    expect(await api.digest()).toBe(before);
  });
});

describe('When a reading cannot be recorded', () => {
  it('nothing is shown, and nothing is printed of it', async () => {
    const printed = jest.spyOn(console, 'error').mockImplementation(() => {});
    await api.store.database.sql(`update stream_head set stream = 'elsewhere' where stream = 'audit'`);
    try {
      const { status, body } = await api.as('auditor').send({ query: `{ proposal(id: "${proposalId}") { title } }` });
      expect(status).toBe(500);
      expect(JSON.stringify(body)).not.toContain('visits');
      expect(body.data ?? null).toBeNull();
      expect(printed).not.toHaveBeenCalled();
    } finally {
      await api.store.database.sql(`update stream_head set stream = 'audit' where stream = 'elsewhere'`);
    }
    printed.mockRestore();
    expect(api.faults.splice(0).map(({ message }) => message)).toEqual([expect.stringContaining('no stream audit')]);
    expect((await api.as('auditor').query(`{ proposal(id: "${proposalId}") { id } }`))['proposal']).toEqual({
      id: proposalId,
    });
  });
});
