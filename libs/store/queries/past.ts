// The whole past of proposals: every state they were in, folded once, to be read by revision.
import type { DataSource } from 'typeorm';
import { evolve, type Actor, type Proposal } from '#governance';
import { run, withClient, type Statement } from '../connection.js';
import { proposalStream } from '../identifiers.js';
import { lacksWords, recordedEvent, storedEvents, type StoredEvent } from '../rebuild.js';
import { onBehalf, scopeOf, scopeValues } from '../visible-to.js';

const entries: Statement = {
  name: 'entries-of-streams',
  text: onBehalf(storedEvents('$7::text[]', '(select entered from asker)'), 'order by seen.stream, seen.sequence'),
};

/** By proposal, what it was after each of its entries, oldest first. For those to whom the proposals were shown. */
export async function findPasts(
  dataSource: DataSource,
  actor: Actor,
  proposalIds: readonly string[],
): Promise<Map<string, Proposal[]>> {
  const values = [...scopeValues(scopeOf(actor)), proposalIds.map(proposalStream)];
  const rows = await withClient(dataSource, client => run<StoredEvent>(client, entries, values));
  const pasts = [...Map.groupBy(rows, ({ stream }) => stream).values()].map(unfold);
  return new Map(pasts.flatMap(past => (past[0] ? [[past[0].id, past]] : [])));
}

function unfold(events: readonly StoredEvent[]): Proposal[] {
  let [then, hasErasedWords]: [Proposal | undefined, boolean] = [undefined, false];
  return events.map(event => {
    then = evolve(then, recordedEvent(event));
    hasErasedWords ||= lacksWords(event);
    return hasErasedWords ? { ...then, hasErasedWords } : then;
  });
}
