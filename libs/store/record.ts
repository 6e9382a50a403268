// The second of a command's two statements: entries, words, row, acts, outbox and receipt, written together or not at all.
// Here an event becomes a ledger entry: words and commitments part, and what was judged is bound to what was there.
import { evolve, type By, type CommandType, type Proposal, type ProposalEvent, type RecordedEvent } from '#governance';
import { toHex } from '#ledger';
import { contentDigest } from './content-digest.js';
import { run, type PgClient, type Statement } from './connection.js';
import { proposalStream } from './identifiers.js';
import { makeEntries, type Act, type Entry, type Head } from './ledger/index.js';
import type { HistoryEntry } from './queries/history.js';

export interface Decided {
  type: CommandType | 'EraseWords';
  events: ProposalEvent[];
  by: By;
  at: string;
  commandId: string;
  /** What the client sent, as a salted commitment: enough to know it again, and nothing to read. */
  bodyHash: Uint8Array;
  bodySalt: Uint8Array;
  proposalId: string;
  before?: Proposal;
  head: Head;
  newId: () => string;
}

export interface Recorded {
  proposal: Proposal;
  /** For people: DSP-0042 is 42. */
  number: number;
  entries: HistoryEntry[];
}

const statement: Statement = { name: 'record-command', text: 'select record_command($1, $2, $3) as number' };

/** After this returns and the transaction commits, the entries are durable and not sealed yet. */
export async function record(client: PgClient, decided: Decided): Promise<Recorded> {
  const { before, proposalId, by, at, commandId, head } = decided;
  const version = before ? before.version + (decided.type === 'Comment' ? 0 : 1) : 1;
  const act = { stream: proposalStream(proposalId), proposalId, by, at, commandId, version };
  const entries = makeEntries(
    act,
    head,
    decided.events.map(event => toEntryInput(event, decided)),
  );
  const circumstances = { proposalId, by, at, version };
  const proposal = entries
    .map(entry => ({ ...entry.committed, ...circumstances }) as RecordedEvent)
    .reduce<Proposal | undefined>(evolve, before);
  if (!proposal) throw new Error('A command was decided without an event.');
  const values = [
    writeUp(decided, proposal, entries),
    entries.map(({ bytes }) => bytes),
    entries.map(({ hash }) => hash),
  ];
  const [row] = await run<{ number: string }>(client, statement, values);
  const number = Number(row?.number);
  return {
    proposal,
    number,
    entries: entries.map(entry => ({ ...toHistoryEntry(entry, act), proposalNumber: number })),
  };
}

const toHistoryEntry = (entry: Entry, { stream, proposalId, by, at, commandId }: Act) => ({
  ...{ id: entry.id, stream, proposalId: proposalId ?? null, sequence: entry.sequence, index: null },
  ...{ type: entry.type, by, at, revision: entry.revision ?? null, commandId },
  hash: toHex(entry.hash),
  previousHash: entry.previousHash && toHex(entry.previousHash),
  payload: entry.committed,
  acknowledgement: 'RECORDED' as const,
  words: entry.words.map(({ path }) => ({ path, isErased: false })),
});

function toEntryInput(event: ProposalEvent, { before, newId }: Decided) {
  const isBound = (event.type === 'SignOffGiven' || event.type === 'DecisionRecorded') && before !== undefined;
  const bound = isBound ? { ...event, content: contentDigest(before) } : event;
  return {
    id: newId(),
    type: event.type,
    event: bound,
    ...('revision' in event ? { revision: event.revision } : before ? { revision: before.revision } : { revision: 1 }),
    ...('audience' in event ? { audience: event.audience } : {}),
  };
}

function writeUp(decided: Decided, row: Proposal, entries: Entry[]): string {
  const { proposalId, by, at, commandId, bodyHash, bodySalt, head } = decided;
  return JSON.stringify({
    stream: proposalStream(proposalId),
    proposalId,
    firstSequence: head.sequence + 1,
    lastSequence: head.sequence + entries.length,
    previousHash: head.hash && toHex(head.hash),
    actorId: by.personId,
    organisationId: by.organisationId,
    role: by.role,
    at,
    commandId,
    bodyHash: toHex(bodyHash),
    bodySalt: toHex(bodySalt),
    row,
    entries: entries.map(({ id, type, audience = 'PARTIES', revision }) => ({ id, type, audience, revision })),
    words: entries.flatMap(({ sequence, words }) =>
      words.map(({ path, salt, text }) => ({ sequence, path, salt: toHex(salt), words: text })),
    ),
    acts: decided.events.flatMap(event => actsOf(event, by)),
  });
}

/** Who took which part, for the constraints that hold the duties a second time. */
function actsOf(event: ProposalEvent, { personId }: By): { personId: string; part: string; signOff: string }[] {
  switch (event.type) {
    case 'ProposalDrafted':
    case 'UrgentDisclosureRecorded':
      return [{ personId, part: 'author', signOff: '' }];
    case 'ProposalHandedOver':
      return [{ personId: event.to.personId, part: 'author', signOff: '' }];
    case 'SignOffGiven':
      return [{ personId, part: 'signer', signOff: event.signOff }];
    case 'DecisionRecorded':
      return [{ personId, part: 'decider', signOff: '' }];
    default:
      return [];
  }
}
