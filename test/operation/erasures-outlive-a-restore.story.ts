// A backup from before an erasure brings the words back. They are erased again before anybody is served: by the list that is kept
// outside the database, and by what the restored ledger says itself.
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import {
  authenticate,
  createDataSource,
  erasureList,
  handleCommand,
  handleErasure,
  migrateUp,
  publishDefinitions,
  replayAsOwner,
  replaySentences,
  startEmbeddedPostgres,
  type DatabaseRole,
} from '#store';
import { isProblem, type Actor, type CommandType } from '#governance';
import { backUp, backUpCold, type Backup } from '../../apps/operator/backup/back-up.js';
import { findInstallation } from '../../apps/operator/installation.js';
import { restoreBackup } from '../../apps/operator/restore/restore-backup.js';
import { inWords, verdictOn } from '../../apps/verify/verdict.js';
import { t1 } from '../builders/index.js';
import { makeCast, visitor, type Member, type OpenStore, type Row } from '../harness/index.js';
import { freePort, makeReady, startProduct } from '../launcher/product.js';
import { FAST, makeFolder, query, removeHome } from '../postgres/story-tools.js';
import { exportFiles, seal } from '../tamper/evidence.js';
import { judged } from '../tamper/judged.js';
import { keyPair, origin } from '../tamper/log.js';
import { installed, password, startInstalled, type OwnServer } from './backup-server.js';
import { openProduct, get, type Product } from './product.js';
import { endAll } from './program.js';

const canary = 'Mary Smith of 12 Kōwhai Street';
const sentence = 'These words were erased.';
const why = { authority: 'IPP 7', reason: 'Named by mistake.' };
type Place = Pick<OpenStore, 'dataSource'>;

const circumstances = (actor: Actor) => ({
  ...{ actor, commandId: uuidv7(), at: new Date().toISOString(), newId: () => uuidv7() },
});

async function send({ dataSource }: Place, actor: Actor, type: CommandType, input: object) {
  const receipt = await handleCommand(dataSource, { ...circumstances(actor), type, input });
  if (isProblem(receipt)) throw new Error(JSON.stringify(receipt));
  return receipt;
}

const erase = ({ dataSource }: Place, actor: Actor, input: object, home: string) =>
  handleErasure(dataSource, { ...circumstances(actor), input: { ...why, ...input }, list: erasureList(home) });

const isThere = async (sql: (text: string) => Promise<Row[]>): Promise<boolean> => {
  const found = `select (select count(*) from entry_words where words like '%Mary Smith%')
    + (select count(*) from proposal where content::text like '%Mary Smith%' or title like '%Mary Smith%') as n`;
  return Number((await sql(found))[0]!['n']) > 0;
};

describe('A backup of the embedded database, restored into a new home', () => {
  let home: string;
  let backup: Backup;
  let proposalId: string;
  let officer: Member;
  const homes: string[] = [];
  const say = (): void => undefined;
  const at = (place: string) => findInstallation({ ASSENT_HOME: place });
  const newHome = (): string => {
    homes.push(makeFolder());
    return homes.at(-1)!;
  };

  /** With the database of a home, under the api's group. */
  async function within<T>(place: string, work: (store: Place, url: string) => Promise<T>): Promise<T> {
    const server = await startEmbeddedPostgres({ home: place, settings: FAST });
    const url = server.url('assent');
    const dataSource = createDataSource({ url, role: 'assent_application', poolSize: 2 });
    try {
      return await work({ dataSource }, url);
    } finally {
      if (dataSource.isInitialized) await dataSource.destroy();
      await server.stop();
    }
  }

  beforeAll(async () => {
    makeReady();
    home = newHome();
    const server = await startEmbeddedPostgres({ home, settings: FAST });
    await query(server.url('postgres'), 'create database assent');
    await migrateUp(server.url('assent'));
    await server.stop();
    const entryId = await within(home, async store => {
      await store.dataSource.initialize();
      const { members } = await makeCast(store.dataSource);
      officer = members.privacy_officer;
      const actor = (await authenticate(store.dataSource, members.analyst.token))!.actor;
      const { proposal, entries } = await send(store, actor, 'DraftProposal', { title: canary, dossier: t1() });
      proposalId = proposal.id;
      return entries[0]!.id;
    });
    backup = await backUpCold(at(home), { to: undefined, now: new Date(), say });
    await within(home, async (store, url) => {
      await store.dataSource.initialize();
      const actor = (await authenticate(store.dataSource, officer.token))!.actor;
      expect(await erase(store, actor, { entryId, paths: ['/title'] }, home)).toMatchObject({ replayed: false });
      expect(await isThere(text => query(url, text))).toBe(false);
    });
  });
  afterAll(async () => {
    endAll();
    for (const each of homes) await removeHome(each);
  });

  it('with the list beside it holds the words no more, and says that its ledger is older than that', async () => {
    const another = newHome();
    copyFileSync(join(home, 'erasures.jsonl'), join(home, 'backups', 'erasures.jsonl'));
    const { erasures, wrong } = await restoreBackup(at(another), { file: backup.file, say });
    expect(wrong).toEqual([]);
    expect(erasures).toEqual([
      'Words that were erased had come back at 1 place; they are gone again.',
      expect.stringMatching(/^Of these, no entry of this ledger says of 1 place .* older than that/),
    ]);
    await within(another, async (_, url) => expect(await isThere(text => query(url, text))).toBe(false));
    expect(readFileSync(join(another, 'erasures.jsonl'), 'utf8')).toBe(
      readFileSync(join(home, 'erasures.jsonl'), 'utf8'),
    );
    await within(another, async (_, url) => {
      const again = replaySentences(await replayAsOwner(url, erasureList(another)));
      expect(again).toEqual([]);
      const said = await query(
        url,
        `select convert_from(bytes, 'UTF8')::jsonb as entry from ledger_entry where stream = 'erasures'`,
      );
      const [{ by: lost }] = JSON.parse(`[${readFileSync(join(home, 'erasures.jsonl'), 'utf8').trim()}]`);
      const erased = [{ stream: `proposal:${proposalId}`, sequence: 1, paths: ['/title'] }];
      expect(said.map(({ entry }) => (entry as Row)['payload'])).toEqual([{ type: 'WordsErased', erased, lost }]);
    });
  });

  it('is exported with an entry that says so, and an auditor verifies it', async () => {
    const another = newHome();
    await restoreBackup(at(another), { file: backup.file, say });
    const log = keyPair(origin);
    const files = await within(another, async (_, url) => {
      const connect = (role: DatabaseRole) => createDataSource({ url, role, poolSize: 2 }).initialize();
      const worker = await connect('assent_worker');
      await publishDefinitions(worker, { at: new Date().toISOString(), newId: () => uuidv7() });
      await worker.destroy();
      await seal({ store: { connect } }, log, []);
      return exportFiles({ store: { connect } });
    });
    const result = await judged(files, { log });
    expect([result.finding, result.reason]).toEqual([undefined, undefined]);
    const [erased] = result.replayed!.erased;
    expect([result.verdict, erased]).toMatchObject([
      'clean',
      { stream: `proposal:${proposalId}`, path: '/title', isAgain: true },
    ]);
    expect(inWords(verdictOn(result, { anchors: 0, witnesses: false }))).toMatch(
      /^VERIFIED.*erased by entry \d+, again after a restore$/ms,
    );
  });

  it('without the list says so; with the list in the new home the product shows none of it to the first who asks', async () => {
    const another = newHome();
    const elsewhere = newHome();
    for (const file of [backup.file, `${backup.file}.json`])
      copyFileSync(file, join(elsewhere, file.split('/').at(-1)!));
    const copy = join(elsewhere, backup.file.split('/').at(-1)!);
    const { erasures } = await restoreBackup(at(another), { file: copy, say });
    expect(erasures).toEqual([expect.stringMatching(/^No erasures\.jsonl was found in .* is back/)]);
    expect(existsSync(join(another, 'erasures.jsonl'))).toBe(false);
    await within(another, async (_, url) => expect(await isThere(text => query(url, text))).toBe(true));
    copyFileSync(join(home, 'erasures.jsonl'), join(another, 'erasures.jsonl'));
    const product = startProduct(another, await freePort(), { ASSENT_DEMO: '0' });
    await product.serves;
    const seen = await visitor({ url: product.url, versionOf: async () => 1 }, officer.token).read(proposalId);
    expect(seen).toMatchObject({ title: sentence });
    expect(product.said()).toContain('they are gone again');
    await product.stop();
  });
});

// Without PostgreSQL's own programs on the machine there is nothing to run.
(installed ? describe : describe.skip)('A backup by pg_dump, under an owner who is no superuser', () => {
  let server: OwnServer;
  let home: string;
  beforeAll(async () => {
    server = await startInstalled(installed!);
    home = makeFolder();
    await server.sql('postgres', `create role the_owner login createrole createdb password '${password}'`);
    await server.sql('postgres', 'create database assent owner the_owner');
    await migrateUp(server.url('assent', 'the_owner'));
  });
  afterAll(async () => {
    await server.stop();
    await removeHome(home);
  });

  it('is restored without what was erased since, and the list is found in ASSENT_HOME', async () => {
    const url = server.url('assent', 'the_owner');
    const dataSource = await createDataSource({ url, role: 'assent_application', poolSize: 2 }).initialize();
    const { members } = await makeCast(dataSource);
    const actorOf = async ({ token }: Member) => (await authenticate(dataSource, token))!.actor;
    const [analyst, officer] = [await actorOf(members.analyst), await actorOf(members.privacy_officer)];
    const { entries } = await send({ dataSource }, analyst, 'DraftProposal', { title: canary, dossier: t1() });
    const installation = findInstallation({
      ASSENT_HOME: home,
      MIGRATION_DATABASE_URL: url,
      POSTGRES_PROGRAMS: installed,
    });
    const say = (): void => undefined;
    const { file } = await backUp(installation, { to: undefined, now: new Date(), say });
    expect(await erase({ dataSource }, officer, { entryId: entries[0]!.id }, home)).toMatchObject({ replayed: false });
    await dataSource.destroy();
    expect(await isThere(text => server.sql('assent', text))).toBe(false);
    const { erasures, wrong } = await restoreBackup(installation, { file, into: 'assent_again', say });
    expect([wrong, erasures[0]]).toEqual([
      [],
      expect.stringMatching(/^Words that were erased had come back at \d+ places/),
    ]);
    expect(await isThere(text => server.sql('assent_again', text))).toBe(false);
  });
});

describe('An api over a database where erased words are back', () => {
  let product: Product;
  let home: string;
  let entryId: string;
  let proposalId: string;
  const sql = (text: string): Promise<Row[]> => product.store.database.sql(text);
  beforeAll(async () => {
    makeReady();
    home = makeFolder();
    product = await openProduct({ ASSENT_HOME: home });
    const receipt = await product.as('analyst').do('draftProposal', { title: canary, dossier: t1() });
    proposalId = receipt.proposal['id'] as string;
    entryId = receipt.entries[0]!['id'] as string;
  });
  afterAll(async () => {
    await product.close();
    await removeHome(home);
  });

  const restart = async (more: Record<string, string> = {}) => {
    const api = product.startApi({ ASSENT_HOME: home, ...more });
    const { address } = await api.tells('serving');
    const ask = (who: 'privacy_officer') =>
      fetch(`${address}/graphql`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${product.store.cast.members[who].token}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          query: 'query ($id: ID!) { proposal(id: $id) { title } }',
          variables: { id: proposalId },
        }),
      }).then(async answer => ({ status: answer.status, body: (await answer.json()) as Row }));
    return { api, address, ask };
  };

  it('erases them again by what the ledger says, before it serves', async () => {
    const words = await sql(`select stream, sequence, path, salt, words from entry_words where words like '%Mary%'`);
    const [row] = await sql(`select content from proposal`);
    await product.as('privacy_officer').tryTo('eraseWords', { ...why, entryId, paths: ['/title'] });
    expect(await isThere(sql)).toBe(false);
    const { stream, sequence, path, salt, words: text } = words[0]!;
    await product.store.database.sql('insert into entry_words values ($1, $2, $3, $4, $5)', [
      stream,
      sequence,
      path,
      salt,
      text,
    ]);
    await product.store.database.sql('update proposal set content = $1, title = $2', [
      JSON.stringify(row!['content']),
      canary,
    ]);
    expect(await isThere(sql)).toBe(true);
    const { api, address, ask } = await restart();
    expect((await ask('privacy_officer')).body).toEqual({ data: { proposal: { title: sentence } } });
    expect(await isThere(sql)).toBe(false);
    expect(api.told('erasures-replayed')).toMatchObject([{ places: 1 }]);
    expect(await get(`${address}/readyz`)).toMatchObject({ status: 200 });
    await api.stop();
  });

  it('serves nobody where only the list knows, until the owner has erased them', async () => {
    const receipt = await product.as('analyst').do('draftProposal', { title: `${canary} again`, dossier: t1() });
    const listed = {
      stream: `proposal:${receipt.proposal['id']}`,
      sequence: 1,
      entry: receipt.entries[0]!['id'],
      paths: ['/title'],
    };
    const line = { at: new Date().toISOString(), by: uuidv7(), erased: [listed] };
    writeFileSync(join(home, 'erasures.jsonl'), `${JSON.stringify(line)}\nnot a line\n`, { flag: 'a' });
    const { api, address, ask } = await restart();
    expect(await get(`${address}/readyz`)).toMatchObject({ status: 503, json: { parts: { erasures: 'pending' } } });
    expect(await ask('privacy_officer')).toMatchObject({
      status: 503,
      body: { errors: [{ extensions: { code: 'NOT_READY' } }] },
    });
    expect(api.told('erasures-pending')[0]).toMatchObject({ places: 1 });
    const said = replaySentences(await replayAsOwner(product.store.database.url, erasureList(home)));
    expect(said).toContainEqual(expect.stringMatching(/^Of the list of erasures 1 line cannot be read/));
    expect(await get(`${address}/readyz`)).toMatchObject({ status: 200 });
    expect((await ask('privacy_officer')).status).toBe(200);
    expect(await isThere(sql)).toBe(false);
    await api.stop();
  });

  it('erases nothing of an entry that only stands where an erased one stood', async () => {
    const receipt = await product
      .as('analyst')
      .do('draftProposal', { title: 'Written after the restore', dossier: t1() });
    const listed = { stream: `proposal:${receipt.proposal['id']}`, sequence: 1, entry: uuidv7(), paths: ['/title'] };
    const line = { at: new Date().toISOString(), by: uuidv7(), erased: [listed] };
    writeFileSync(join(home, 'erasures.jsonl'), `${JSON.stringify(line)}\n`, { flag: 'a' });
    const report = await replayAsOwner(product.store.database.url, erasureList(home));
    expect(report).toMatchObject({ erased: 0, unknown: 1 });
    expect(await product.as('analyst').read(receipt.proposal['id'])).toMatchObject({
      title: 'Written after the restore',
    });
  });
});
