// What happened to proposals and when, without the words: one statement for any number of them. For those to whom the proposals were
// shown; what of it they are shown is for the rules to say (governance/review, governance/work).
import type { DataSource } from 'typeorm';
import type { Actor, Happening } from '#governance';
import { run, withClient, type PgClient, type Statement } from '../connection.js';
import { proposalStream } from '../identifiers.js';
import { recordedEvent } from '../rebuild.js';
import { onBehalf, scopeOf, scopeValues } from '../visible-to.js';

interface Row {
  id: string;
  stream: string;
  sequence: number;
  revision: number | null;
  bytes: Buffer;
}

const statement = (name: string, condition: string): Statement => ({
  name,
  text: onBehalf(
    `select e.id, e.stream, e.sequence, e.revision, e.bytes from ledger_entry e
      where e.stream = any ($7::text[]) and (select entered from asker) and ${condition}`,
    'order by seen.stream, seen.sequence',
  ),
});

/** As the index ledger_entry_clock has them (migrations/0016). */
const ofClock = `(e.type in ('ProposalSubmitted', 'PartnersInvited', 'SignOffMadeStale', 'SignOffWithdrawn') or e.role = 'partner')`;

const statements = {
  whole: statement('happenings', 'true'),
  clock: statement('happenings-of-clock', ofClock),
};

/**
 * By proposal, oldest first; `clock` is as much as the clock of the work needs. A proposal without any is missing. Row-level security
 * leaves nothing of a proposal that this person may not see.
 */
export async function findHappenings(
  dataSource: DataSource,
  actor: Actor,
  proposalIds: readonly string[],
  which: keyof typeof statements = 'whole',
): Promise<Map<string, Happening[]>> {
  if (proposalIds.length === 0) return new Map();
  const values = [...scopeValues(scopeOf(actor)), proposalIds.map(proposalStream)];
  const rows = await withClient(dataSource, client => run<Row>(client, statements[which], values));
  return Map.groupBy(rows.map(happening), ({ event }) => event.proposalId);
}

const happening = ({ id, sequence, revision, bytes }: Row): Happening => ({
  entryId: id,
  sequence,
  revision: revision ?? 1,
  event: recordedEvent({ bytes, words: null }),
});

const clockOfOne: Statement = {
  name: 'clock-of-one',
  text: `select e.id, e.stream, e.sequence, e.revision, e.bytes from ledger_entry e
    where e.stream = $1 and ${ofClock} order by e.sequence`,
};

/** Of the proposal that a command is about, within its transaction and in its scope: as much as the clock of the work needs. */
export const findClock = async (client: PgClient, proposalId: string): Promise<Happening[]> =>
  (await run<Row>(client, clockOfOne, [proposalStream(proposalId)])).map(happening);
