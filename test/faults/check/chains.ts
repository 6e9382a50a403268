// I4: the chains, recomputed from the bytes with Node's own hash; and every entry's place in the whole.
import { createHash } from 'node:crypto';
import { Examination, type Finding } from './invariant.js';
import { groupBy, type Records, type StoredEntry } from './records.js';

/** SHA-256(0x00 ‖ bytes), written here once more rather than asked of the ledger lib. */
const leaf = (bytes: Buffer): string => createHash('sha256').update(Buffer.of(0)).update(bytes).digest('hex');
const hex = (hash: Buffer | null): string | null => hash && hash.toString('hex');

export function examineChains({ entries, positions, outbox }: Records): Finding {
  const exam = new Examination('I4', 'chains hold, versions are dense, and every entry has one place or waits for it');
  for (const [stream, chain] of groupBy(entries, ({ stream }) => stream)) {
    exam.saw('streams');
    chain.forEach((entry, nth) => examineLink(exam, entry, chain[nth - 1]));
    if (stream.startsWith('proposal:')) examineVersions(exam, stream, chain);
  }
  examinePlaces(exam, entries, positions, outbox);
  return exam.finding;
}

function examineLink(exam: Examination, entry: StoredEntry, before: StoredEntry | undefined): void {
  const { stream, sequence, id, bytes, said } = entry;
  const place = `${stream} ${sequence}`;
  const previous = before ? hex(before.hash) : null;
  exam.saw('entries');
  exam.expect(sequence === (before?.sequence ?? 0) + 1, () => `${place}: after ${before?.sequence ?? 0}`);
  exam.expect(hex(entry.hash) === leaf(bytes), () => `${place}: its hash is not that of its bytes`);
  exam.expect(hex(entry.previous_hash) === previous, () => `${place}: does not follow the entry before it`);
  const isTold = said.stream === stream && said.sequence === sequence && said.id === id && said.previous === previous;
  exam.expect(isTold && said.type === entry.type, () => `${place}: its bytes say another place`);
  const isTheirs =
    said.command === entry.command_id && said.by.person === entry.actor_id && said.by.role === entry.role;
  exam.expect(isTheirs, () => `${place}: its bytes say another act`);
}

/** Each command but a comment gives the next version, and no version is given twice. */
function examineVersions(exam: Examination, stream: string, chain: StoredEntry[]): void {
  const acts = groupBy(chain, ({ actor_id: actor, command_id: command }) => `${actor} ${command}`);
  let version = 0;
  for (const [first] of acts.values()) {
    if (first!.type !== 'CommentMade') version += 1;
    exam.saw('versions');
    exam.expect(
      first!.said.version === version,
      () => `${stream}: version ${first!.said.version} where ${version} was next`,
    );
  }
}

function examinePlaces(
  exam: Examination,
  entries: StoredEntry[],
  positions: Records['positions'],
  outbox: string[],
): void {
  const placed = new Map(positions.map(({ index, entry_id: id }) => [id, index]));
  const waiting = groupBy(outbox, id => id);
  positions.forEach(({ index }, nth) =>
    exam.expect(Number(index) === nth, () => `index ${index} where ${nth} was next`),
  );
  exam.saw('places', positions.length);
  exam.saw('waiting', outbox.length);
  exam.expect(placed.size === positions.length, () => 'an entry has two places');
  for (const { id, stream, sequence } of entries) {
    const places = (placed.has(id) ? 1 : 0) + (waiting.get(id)?.length ?? 0);
    exam.expect(places === 1, () => `${stream} ${sequence} (${id}) has ${places} places`);
  }
  const known = new Set(entries.map(({ id }) => id));
  for (const id of waiting.keys()) exam.expect(known.has(id), () => `the outbox names ${id}, which is no entry`);
}
