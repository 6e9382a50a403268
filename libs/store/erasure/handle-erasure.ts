// The hallway of an erasure: shape → the entry, if one may see it → its stream's own way → the list outside the database, and only
// then the receipt.
import type { DataSource } from 'typeorm';
import { checkErasure, denied, isProblem, notFound, type Actor, type EraseWords, type Problem } from '#governance';
import { enterScope } from '../append.js';
import { inTransaction, run } from '../connection.js';
import type { CommandReceipt } from '../handle-command.js';
import { findHistoryEntry, type HistoryEntry } from '../queries/history.js';
import { eraseInDirectory } from './erase-in-directory.js';
import { eraseInProposal } from './erase-in-proposal.js';
import type { ListedErasure } from './erasure-list.js';
import type { ErasureRequest, WithTexts } from './erasure-request.js';
import { saidErasures } from './said-erasures.js';

export interface ErasureReceipt extends WithTexts {
  commandId: string;
  replayed: boolean;
  entries: HistoryEntry[];
  /** Of an erasure in a proposal's stream: the proposal as it is now, and what of it this person sees. */
  seen?: Pick<CommandReceipt, 'number' | 'proposal' | 'reading'>;
}

/** Throws, and has erased nothing, where the list cannot be written to. */
export async function handleErasure(
  dataSource: DataSource,
  request: ErasureRequest,
): Promise<ErasureReceipt | Problem> {
  const command = checkErasure(request.input);
  if (isProblem(command)) return command;
  const entry = await findHistoryEntry(dataSource, request.actor, command.entryId);
  if (!entry) return notFound();
  const outcome = await eraseIn(dataSource, command, entry, request);
  if (isProblem(outcome)) return outcome;
  // Also after a replay: the first time may have ended between the commit and this.
  await request.list.add(await listed(dataSource, request.actor, outcome.entries));
  return outcome;
}

async function eraseIn(
  dataSource: DataSource,
  command: EraseWords,
  entry: HistoryEntry,
  request: ErasureRequest,
): Promise<ErasureReceipt | Problem> {
  if (entry.proposalId) {
    const outcome = await eraseInProposal(dataSource, command, entry.proposalId, request);
    if (isProblem(outcome)) return outcome;
    const { commandId, replayed, entries, texts, ...seen } = outcome;
    return { commandId, replayed, entries, seen, ...(texts ? { texts } : {}) };
  }
  return entry.stream === 'directory' ? eraseInDirectory(dataSource, command, entry, request) : denied();
}

/** Those among these entries that say an erasure, as the list tells them. */
const listed = (dataSource: DataSource, { personId }: Actor, entries: HistoryEntry[]): Promise<ListedErasure[]> =>
  inTransaction(dataSource, async client => {
    await run(client, enterScope, [personId]);
    return saidErasures(
      client,
      entries.filter(({ type }) => type === 'WordsErased').map(({ id }) => id),
    );
  });
