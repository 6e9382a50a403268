// The words of a stream, entry by entry: what an erasure chooses from, and what is left of it.
import type { ErasedAt, WordedStream } from '#governance';
import { run, type PgClient, type Statement } from '../connection.js';
import { committedPaths } from '../ledger/index.js';
import { openPayload, storedEvents, type StoredEvent } from '../rebuild.js';

const entries: Statement = {
  name: 'entries-to-erase-from',
  text: storedEvents('array[$1::text]', '($2::integer is null or e.sequence = $2)'),
};

/** All entries of the stream, or the one of this sequence, as far as the connection's scope goes. */
export const readStored = (client: PgClient, stream: string, sequence: number | null): Promise<StoredEvent[]> =>
  run<StoredEvent>(client, entries, [stream, sequence]);

export const wordedStream = (stream: string, stored: readonly StoredEvent[]): WordedStream => ({
  stream,
  entries: stored.map(event => ({
    id: event.id,
    sequence: event.sequence,
    audience: event.audience,
    ...personOf(event),
    places: committedPaths(openPayload(event)).map(path => ({
      path,
      words: event.words?.find(words => words.path === path)?.text ?? null,
    })),
  })),
});

/** Whom an entry of the directory is about. */
function personOf(event: StoredEvent): { about?: string } {
  const { personId } = openPayload(event) as { personId?: string };
  return personId === undefined ? {} : { about: personId };
}

/** The same entries without the words that go. */
export const withoutWords = (stored: readonly StoredEvent[], erased: readonly ErasedAt[]): StoredEvent[] =>
  stored.map(event => {
    const gone = erased.find(({ sequence }) => sequence === event.sequence)?.paths ?? [];
    return { ...event, words: (event.words ?? []).filter(({ path }) => !gone.includes(path)) };
  });
