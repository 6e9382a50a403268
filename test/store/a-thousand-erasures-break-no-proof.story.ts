// After long journeys through every command, words are erased at a thousand places: every entry is byte for byte what it was, every
// commitment that is left recomputes, sign-offs and decisions stay bound, and no erased text is anywhere or told to anybody.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { isProblem, type CommandType, type Problem } from '#governance';
import { commitmentTo, leafHash, toHex } from '#ledger';
import { erasureList, handleErasure, inspectChains, rebuildProposal, type ErasureReceipt } from '#store';
import { sha256 } from '../../libs/store/ledger/index.js';
import {
  marked,
  openApi,
  personaKeys,
  travel,
  travellerIn,
  type Member,
  type OpenApi,
  type Row,
} from '../harness/index.js';
import { pastQuery } from '../harness/documents.js';
import { readOff } from '../harness/read-off.js';
import { rngOf } from '../harness/rng.js';

const wanted = 1_000;
const seed = 20261122;
const rng = rngOf(seed);

let api: OpenApi;
let officer: Member;
let ids: string[];
let before: Row[];
let digests: string[];
let gone: string[] = [];
let erased = 0;
const outcomes: (ErasureReceipt | Problem)[] = [];

const newMark = (): string => `«${uuidv7()}»`;
const marksIn = (texts: string[]): Set<string> => new Set(texts.flatMap(text => text.match(/«[0-9a-f-]{36}»/g) ?? []));
const sql = <R extends Row = Row>(text: string, values: unknown[] = []) => api.store.database.sql<R>(text, values);
const entries = () => sql('select * from ledger_entry order by stream, sequence');
const wordsLeft = () =>
  sql('select stream, sequence, path, salt, words from entry_words order by stream, sequence, path');

async function eraseOne(): Promise<void> {
  const rows = await sql(
    `select e.id, e.stream, array_agg(w.path order by w.path) as paths from entry_words w join ledger_entry e using (stream, sequence)
     where (e.stream like 'proposal:%' or e.type in ('PersonAdded', 'TokenIssued')) and e.type <> 'WordsErased' group by 1, 2`,
  );
  const {
    id: entryId,
    stream,
    paths,
  } = rows[Math.floor(rng() * rows.length)] as { id: string; stream: string; paths: string[] };
  const some = paths.filter(() => rng() < 0.5);
  const which = rng() < 0.3 || some.length === 0 ? {} : { paths: some };
  const input = { entryId, ...which, everywhere: rng() < 0.5, authority: 'IPP 7', reason: 'A request.' };
  const actor = await api.store.actorOf(stream === 'directory' ? api.store.cast.members.administrator : officer);
  const circumstances = { commandId: uuidv7(), at: new Date().toISOString(), newId: () => uuidv7() };
  const list = erasureList(api.home);
  const outcome = await handleErasure(api.store.dataSource, { ...circumstances, input, actor, list });
  outcomes.push(outcome);
  if (isProblem(outcome)) return;
  const { payload } = outcome.entries[0]! as { payload: { erased?: { paths: string[] }[] } };
  erased += payload.erased!.flatMap(each => each.paths).length;
}

beforeAll(async () => {
  api = await openApi();
  officer = await api.store.cast.add({ name: 'Erases Only', organisation: 'lead', roles: ['privacy_officer'] });
  const plain = await travellerIn(api.store);
  const traveller = {
    ...plain,
    send: (who: (typeof personaKeys)[number], type: CommandType, input: object) =>
      plain.send(who, type, marked(input, newMark) as object),
  };
  ids = [];
  for (const journey of [1, 2, 3, 4]) ids.push(...(await travel(api.store, traveller, journey, 100)));
  before = await entries();
  digests = await contents();
  const written = (await wordsLeft()).map(({ words }) => words as string);
  while (erased < wanted) await eraseOne();
  const left = marksIn((await wordsLeft()).map(({ words }) => words as string));
  gone = [...marksIn(written)].filter(mark => !left.has(mark));
});
afterAll(async () => {
  await (api as OpenApi | undefined)?.close();
  process.stdout.write(
    `erasures: ${outcomes.length} commands, ${erased} places, ${gone.length} texts gone, seed ${seed}\n`,
  );
});

/** What sign-offs and decisions are bound to, as their entries say it. */
const contents = async (): Promise<string[]> =>
  (
    await sql(`select convert_from(bytes, 'UTF8')::jsonb #>> '{payload,content}' as content from ledger_entry
    where type in ('SignOffGiven', 'DecisionRecorded') order by stream, sequence`)
  ).map(({ content }) => content as string);

describe('After words were erased at a thousand places', () => {
  it('none of the erasures was refused, save that of the administrator’s own name', () => {
    expect(erased).toBeGreaterThanOrEqual(wanted);
    expect(gone.length).toBeGreaterThan(300);
    const refused = outcomes.filter(isProblem).filter(({ code }) => code !== 'separation-of-duties');
    expect(refused).toEqual([]);
  });

  it('every entry from before is byte for byte what it was, and the chains hold', async () => {
    const now = await entries();
    const known = new Map(now.map(entry => [entry['id'], entry]));
    for (const entry of before) expect(known.get(entry['id'])).toEqual(entry);
    for (const entry of now) expect(toHex(leafHash(sha256, entry['bytes']))).toBe(toHex(entry['hash']));
    const client = new pg.Client({ connectionString: api.store.database.url });
    await client.connect();
    const { faults, entries: followed } = await inspectChains(client, () => undefined);
    await client.end();
    expect([faults, followed]).toEqual([[], now.length]);
  });

  it('every commitment that is left recomputes from its words and its salt', async () => {
    const bytes = new Map(
      (await entries()).map(each => [`${each['stream']} ${each['sequence']}`, each['bytes'] as Buffer]),
    );
    for (const { stream, sequence, path, salt, words } of await wordsLeft()) {
      const { payload } = JSON.parse(bytes.get(`${stream} ${sequence}`)!.toString('utf8'));
      const steps = (path as string).split('/').slice(1);
      const node = steps.reduce((at, step) => at[step], payload);
      expect(node.commitment).toBe(toHex(commitmentTo(sha256, salt, JSON.parse(words))));
    }
  });

  it('sign-offs and decisions are bound to what they were bound to', async () => {
    expect((await contents()).slice(0, digests.length)).toEqual(digests);
    expect(digests.filter(digest => /^[0-9a-f]{64}$/.test(digest)).length).toBeGreaterThan(10);
  });

  it('every row is what its entries and the surviving words make of it', async () => {
    const auditor = await api.store.connect('assent_auditor', 2);
    for (const id of ids) {
      const [row] = await sql('select * from proposal where id = $1', [id]);
      const rebuilt = JSON.parse(JSON.stringify(await rebuildProposal(auditor, id))) as Row;
      expect(row!['content']).toEqual(rebuilt);
      const { title, ...columns } = readOff(rebuilt);
      expect(row).toMatchObject({ ...columns, title: title ?? null });
    }
  });

  it('no erased text is in any table, nor in the list outside', async () => {
    const tables = await sql(`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`);
    const dump: string[] = [];
    for (const { name } of tables)
      dump.push(...(await sql(`select r::text as row from ${name} r`)).map(({ row }) => row));
    dump.push(...(await entries()).map(({ bytes }) => (bytes as Buffer).toString('utf8')));
    const listed = JSON.stringify(await erasureList(api.home).read());
    const found = marksIn([...dump, listed]);
    expect(gone.filter(mark => found.has(mark))).toEqual([]);
    expect(found.size).toBeGreaterThan(0);
  });

  it('nobody is told one, now or in the past, and nobody’s reading fails', async () => {
    const told = new Set<string>();
    for (const who of personaKeys) for (const text of await allThatIsToldTo(who)) told.add(text);
    const found = marksIn([...told]);
    expect(gone.filter(mark => found.has(mark))).toEqual([]);
    expect(found.size).toBeGreaterThan(0);
  });
});

async function allThatIsToldTo(who: (typeof personaKeys)[number]): Promise<string[]> {
  const me = api.as(who);
  const told = [JSON.stringify(await me.list({}, { first: 100 }))];
  for (const id of ids) {
    told.push(JSON.stringify(await me.read(id)));
    for (const sequence of [1, 3, 9, 27, 81, 10_000]) {
      const { status, body } = await me.send({ query: pastQuery, variables: { id, sequence } });
      expect([who, id, sequence, status, body.errors]).toEqual([who, id, sequence, 200, undefined]);
      told.push(JSON.stringify(body.data));
    }
  }
  for (let after: string | undefined, isMore = true; isMore;) {
    const { edges, pageInfo } = await me.history({}, after ? { after } : {});
    told.push(JSON.stringify(edges));
    after = pageInfo['endCursor'] as string;
    isMore = pageInfo['hasNextPage'] as boolean;
  }
  return told;
}
