// After a restore: what was erased and came back with the backup is erased again, before anybody is served. The restored ledger says
// so itself, or, where it is older than the erasure, the list outside the database does.
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { ErasedAt, WordsErasedAgain } from '#governance';
import { appendTo, lockStream } from '../append.js';
import { inTransaction, run, type PgClient, type Statement } from '../connection.js';
import { createDataSource } from '../data-source.js';
import { proposalStream } from '../identifiers.js';
import { erasuresStream, systemActor } from '../ledger/index.js';
import type { SystemAct } from '../proof/publish.js';
import { fold } from '../rebuild.js';
import { ownerUrl } from '../upkeep/owner-url.js';
import { backThoughSaid } from './back-though-said.js';
import type { ErasureList } from './erasure-list.js';
import { saidErasures } from './said-erasures.js';
import { takeWords } from './take-words.js';
import { readStored } from './worded-stream.js';

export interface ReplayReport {
  /** Places whose words were back, and are gone again. */
  erased: number;
  /** Of these, places of which only the list knew: the ledger is older than their erasure, and now says itself that they are gone. */
  unsaid: number;
  /** Places whose words are back, of which only the list knows, and which this login may not erase. */
  left: number;
  /** Places of the list whose entry this ledger does not have. */
  unknown: number;
  /** Lines of the list that cannot be read. */
  damaged: number;
}

/** Every entry, whoever's: this serves nobody. */
const seeAll: Statement = { name: 'see-all', text: `select set_config('assent.sees_all', 'true', true)` };

/**
 * As the api, or as the owner of the tables, who alone may erase what no entry says and then says so in Assent's name: `asOwner` is
 * when, and the ids for that. All of it or nothing.
 */
export async function replayErasures(
  dataSource: DataSource,
  list: ErasureList,
  asOwner?: SystemAct,
): Promise<ReplayReport> {
  const { erasures = [], damaged = 0 } = (await list.read()) ?? {};
  const places = erasures.flatMap(({ by: lost, erased }) =>
    erased.flatMap(({ paths, ...at }) => paths.map(path => ({ ...at, path, lost }))),
  );
  return inTransaction(dataSource, async client => {
    await run(client, seeAll, []);
    const said = await replaySaid(client);
    const listed = await run<Back>(client, backByTheList, [JSON.stringify(places)]);
    const again = asOwner ? listed : [];
    if (asOwner) await eraseAgain(client, listed, asOwner);
    for (const stream of new Set([...said.streams, ...again.map(back => back.stream)]))
      await rewriteProposal(client, stream);
    const [missing] = await run<{ count: number }>(client, unknownOfTheList, [JSON.stringify(places)]);
    const counts = { erased: said.erased + again.length, unsaid: again.length, left: listed.length - again.length };
    return { ...counts, unknown: missing?.count ?? 0, damaged };
  });
}

interface Back {
  stream: string;
  sequence: number;
  path: string;
  /** The id of the entry that erased them. */
  lost: string;
}

async function replaySaid(client: PgClient): Promise<{ erased: number; streams: string[] }> {
  const entries = await run<Pick<Back, 'stream' | 'sequence'>>(client, backThoughSaid, []);
  let erased = 0;
  for (const { stream, sequence } of entries) erased += await takeWords(client, stream, sequence);
  return { erased, streams: entries.map(({ stream }) => stream) };
}

const ofTheList =
  'jsonb_to_recordset($1::jsonb) as place (stream text, sequence integer, entry uuid, path text, lost uuid)';

/** The entry has to be the very one: a ledger that was carried on after a restore has others at the same places. */
const backByTheList: Statement = {
  name: 'words-back-by-the-list',
  text: `select distinct on (w.stream, w.sequence, w.path) w.stream, w.sequence, w.path, place.lost from ${ofTheList}
    join ledger_entry e on e.id = place.entry and e.stream = place.stream and e.sequence = place.sequence
    join entry_words w on w.stream = e.stream and w.sequence = e.sequence and w.path = place.path
    order by w.stream, w.sequence, w.path, place.lost`,
};

const unknownOfTheList: Statement = {
  name: 'unknown-of-the-list',
  text: `select count(*)::integer as count from ${ofTheList} where not exists (
    select from ledger_entry e where e.id = place.entry)`,
};

const eraseAt: Statement = { name: 'erase-at', text: 'select erase_at($1, $2, $3::text[])' };

/** Takes them, and says so: the entries that did are lost, and without one nobody could tell the places from forgeries. */
async function eraseAgain(client: PgClient, back: readonly Back[], { at, newId }: SystemAct): Promise<void> {
  if (back.length === 0) return;
  for (const { stream, sequence, path } of back) await run(client, eraseAt, [stream, sequence, [path]]);
  const inputs = [...Map.groupBy(back, ({ lost }) => lost)].map(([lost, places]) => {
    const event: WordsErasedAgain = { type: 'WordsErased', erased: byEntry(places), lost };
    return { id: newId(), type: event.type, event };
  });
  const act = { stream: erasuresStream, by: systemActor, at, commandId: newId() };
  await appendTo(client, act, await lockStream(client, erasuresStream), inputs);
}

const byEntry = (places: readonly Back[]): ErasedAt[] =>
  [...Map.groupBy(places, ({ stream, sequence }) => `${stream} ${sequence}`).values()].map(same => ({
    ...{ stream: same[0]!.stream, sequence: same[0]!.sequence },
    paths: same.map(({ path }) => path),
  }));

const lock: Statement = { name: 'lock-proposal', text: 'select id from proposal where id = $1 for update' };
const rewrite: Statement = {
  name: 'rewrite-proposal',
  text: 'update proposal set content = $2, title = $3 where id = $1',
};

/** The row, made of the words that are left. */
async function rewriteProposal(client: PgClient, stream: string): Promise<void> {
  const id = stream.slice(proposalStream('').length);
  if (stream !== proposalStream(id)) return;
  await run(client, lock, [id]);
  const proposal = fold(await readStored(client, stream, null));
  if (!proposal) throw new Error(`The stream ${stream} has words and no entries.`);
  await run(client, rewrite, [id, JSON.stringify(proposal), proposal.title.text ?? null]);
}

/** Under the login that owns the tables. */
export async function replayAsOwner(url: string, list: ErasureList): Promise<ReplayReport> {
  const dataSource = await createDataSource({ url: ownerUrl(url), role: 'migrator', poolSize: 1 }).initialize();
  try {
    return await replayErasures(dataSource, list, { at: new Date().toISOString(), newId: () => uuidv7() });
  } finally {
    await dataSource.destroy();
  }
}

/** Erasures that the ledger says and the list does not are added to it. */
export const completeList = (dataSource: DataSource, list: ErasureList): Promise<void> =>
  inTransaction(dataSource, async client => {
    await run(client, seeAll, []);
    await list.add(await saidErasures(client, null));
  });
