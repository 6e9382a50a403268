// What Assent writes by itself: its definitions are in the ledger once and whole, everybody may read them, and the one in whose
// name they stand is nobody that anyone meets or deals with.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { DataSource } from 'typeorm';
import { canonicalDigest, catalogues, definitions, pinOf } from '#governance';
import { publishDefinitions, sequenceBatch, viewDirectory } from '#store';
import { systemIds } from '../../migrations/0011-system-streams.js';
import { draft, openApi, personaKeys, submit, type OpenApi, type Row } from '../harness/index.js';

let api: OpenApi;
let worker: DataSource;
beforeAll(async () => {
  api = await openApi();
  worker = await api.store.connect('assent_worker', 2);
});
afterAll(() => api.close());

const act = () => ({ at: new Date().toISOString(), newId: () => uuidv7() });
const published = async (): Promise<Row[]> =>
  (await api.store.database.sql(`select * from ledger_entry where stream = 'definitions' order by sequence`)).map(
    ({ bytes }) => JSON.parse((bytes as Buffer).toString('utf8')) as Row,
  );

describe('Published definitions', () => {
  it('are entries once, however often and by however many they are published', async () => {
    const counts = await Promise.all([1, 2, 3].map(() => publishDefinitions(worker, act())));
    const all = definitions.length + catalogues.length;
    expect(counts.sort((a, b) => a - b)).toEqual([0, 0, all]);
    expect(await publishDefinitions(worker, act())).toBe(0);
    expect(await published()).toHaveLength(all);
  });

  it('say all there is, so that their digest can be worked out from the entry', async () => {
    for (const { type, by, payload } of await published()) {
      const content = type === 'DefinitionPublished' ? payload['definition'] : payload['catalogue'];
      expect(canonicalDigest(content)).toBe(payload['digest']);
      expect(by).toEqual({ person: systemIds.personId, organisation: systemIds.organisationId, role: 'system' });
    }
    const pins = (await published()).filter(({ type }) => type === 'DefinitionPublished').map(({ payload }) => payload);
    expect(pins).toEqual(definitions.map(definition => expect.objectContaining(pinOf(definition))));
    const [words] = await api.store.database.sql(
      `select count(*)::int as n from entry_words where stream = 'definitions'`,
    );
    expect(words).toEqual({ n: 0 });
  });

  it('get their place like any other entry', async () => {
    await sequenceBatch(worker);
    const [row] = await api.store.database.sql(`select count(*)::int as n from ledger_position l
      join ledger_entry e on e.id = l.entry_id where e.stream = 'definitions'`);
    expect(row).toEqual({ n: definitions.length + catalogues.length });
  });

  it('are never edited: a release that has another content for a version does not go on', async () => {
    const before = await api.digest();
    const [definition] = definitions;
    const edited = { ...definition!, title: 'Another' };
    const { key, version } = definition!;
    const event = {
      type: 'DefinitionPublished' as const,
      key,
      version,
      digest: canonicalDigest(edited),
      definition: edited,
    };
    await expect(publishDefinitions(worker, act(), [event])).rejects.toThrow('A published version is never edited');
    expect(await api.digest()).toBe(before);
  });

  it.each(personaKeys)('can be read by %s, who asks for them, and are not among the decisions', async who => {
    const asked = await api.as(who).history({ stream: 'definitions' });
    expect(asked.edges.length).toBe(definitions.length + catalogues.length);
    expect(asked.edges[0]!.node).toMatchObject({ role: 'system', actor: { displayName: 'Assent' } });
    const usual = await api.as(who).history();
    expect(usual.edges.filter(({ node }) => node['stream'] === 'definitions')).toEqual([]);
  });
});

describe('The worker', () => {
  const insert = (stream: string, actor: string) => () =>
    worker.query(
      `insert into ledger_entry (stream, sequence, id, type, actor_id, organisation_id, role, at, command_id, bytes, hash)
        values ($1, 1, gen_random_uuid(), 'Forged', $2, $2, 'system', now(), gen_random_uuid(), '', decode(repeat('00', 32), 'hex'))`,
      [stream, actor],
    );

  it('writes to no stream of people, in nobody else’s name, no words, and moves no other head', async () => {
    await expect(insert('directory', systemIds.personId)()).rejects.toThrow('row-level security');
    await expect(insert('ledger', api.store.cast.members.analyst.personId)()).rejects.toThrow('row-level security');
    const words = `insert into entry_words values ('definitions', 1, '', decode(repeat('00', 32), 'hex'), 'x')`;
    await expect(worker.query(words)).rejects.toThrow('row-level security');
    const move = (stream: string): [string, string[]] => [
      'update stream_head set sequence = sequence where stream = $1',
      [stream],
    ];
    for (const stream of ['directory', 'audit'])
      await expect(worker.query(...move(stream))).rejects.toThrow('is not for assent_worker to write');
    for (const stream of ['definitions', 'ledger'])
      await expect(api.store.dataSource.query(...move(stream))).rejects.toThrow('not for assent_application to write');
  });
});

describe('Assent as a person', () => {
  it('is in no list of people or organisations', async () => {
    const { organisations, people } = await viewDirectory(api.store.dataSource);
    expect([...organisations, ...people].filter(({ id }) => Object.values(systemIds).includes(id as never))).toEqual(
      [],
    );
    for (const who of ['administrator', 'auditor', 'analyst'] as const) {
      const { people: seen } = await api.as(who).query(`{ people(first: 100) { edges { node { id displayName } } } }`);
      expect(seen.edges.filter(({ node }: Row) => node['displayName'] === 'Assent')).toEqual([]);
      const { organisations: known } = await api.as(who).query('{ organisations { name } }');
      expect(known.filter(({ name }: Row) => name === 'Assent')).toEqual([]);
    }
  });

  it('is given no role and no token, takes nobody in, and lends nobody its name', async () => {
    const administrator = api.as('administrator');
    const { personId, organisationId } = systemIds;
    const before = await api.digest();
    const attempts: [string, Row][] = [
      ['assignRole', { personId, role: 'auditor' }],
      ['issueToken', { personId, label: 'Mine' }],
      ['addPerson', { organisationId, displayName: 'Somebody' }],
    ];
    for (const [mutation, input] of attempts)
      expect([mutation, (await administrator.refused(mutation, input)).kind]).toEqual([mutation, 'NOT_FOUND']);
    expect((await administrator.refused('addOrganisation', { name: 'assent', kind: 'OTHER' })).code).toBe('name-taken');
    expect(await api.digest()).toBe(before);
  });

  it('is invited to nothing and takes over nothing', async () => {
    const proposalId = await submit(api, 'T1');
    const organisationIds = [systemIds.organisationId];
    const invited = await api.as('engagement_lead').refused('invitePartners', { proposalId, organisationIds });
    expect(invited.kind).not.toBe('DENIED');
    const handed = { proposalId: await draft(api), toPersonId: systemIds.personId, reason: 'Moving.' };
    expect((await api.as('analyst').refused('handOverProposal', handed)).kind).not.toBe('DENIED');
  });
});
