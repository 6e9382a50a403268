// The hallway of the directory: shape → lock and load → may they know of it → replay → decide → write, in one transaction. Both
// doors, the API and the command line, come through here.
import { randomBytes } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import {
  blockedBy,
  checkDirectoryShape,
  conflict,
  decideDirectory,
  isProblem,
  namesUnknown,
  notFound,
  type DirectoryCommand,
  type DirectoryCommandType,
  type DirectoryEvent,
  type Problem,
} from '#governance';
import { commitmentTo, fromHex, saltLength, toHex } from '#ledger';
import { constraintOf } from '../connection.js';
import { bodyOf, type CommandRequest } from '../handle-command.js';
import { sha256 } from '../ledger/index.js';
import { listHistory, type HistoryEntry } from '../queries/history.js';
import { lockDirectory, writeDirectory } from './change-directory.js';
import { loadDirectory } from './load-directory.js';
import { newToken } from './tokens.js';

export interface DirectoryRequest extends Omit<CommandRequest, 'type'> {
  type: DirectoryCommandType;
  /** The id of the token in hand, where there is one. */
  through?: string;
}

export interface DirectoryReceipt {
  commandId: string;
  replayed: boolean;
  entries: HistoryEntry[];
  /** Of a token that was issued just now. It is kept nowhere: a replay has none. */
  secret?: string;
}

interface Handled {
  replayed: boolean;
  /** In the directory's stream, both included. */
  sequences: { first: number; last: number };
  secret?: string;
}

export async function handleDirectory(
  dataSource: DataSource,
  request: DirectoryRequest,
): Promise<DirectoryReceipt | Problem> {
  const command = checkDirectoryShape(request.type, request.input);
  if (isProblem(command)) return command;
  const handled = await inTransaction(dataSource, manager => handle(manager, command, request));
  if (isProblem(handled)) return handled;
  const { sequences, ...receipt } = handled;
  const filter = { stream: 'directory' as const, sequences };
  const page = await listHistory(dataSource, request.actor, filter, { first: 1 + sequences.last - sequences.first });
  return { commandId: request.commandId, ...receipt, entries: page.items.map(({ item }) => item) };
}

/** The database compares names by its own alphabet, and its word is the last one. */
async function inTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T | Problem> {
  try {
    return await dataSource.transaction(work);
  } catch (error) {
    if (constraintOf(error) === 'organisation_name') return blockedBy('name-taken', 'name');
    throw error;
  }
}

async function handle(
  manager: EntityManager,
  command: DirectoryCommand,
  request: DirectoryRequest,
): Promise<Handled | Problem> {
  const { actor, commandId, newId, through } = request;
  const head = await lockDirectory(manager);
  const { directory, receipt, changedAt } = await loadDirectory(manager, request, command);
  // Whoever waited for the lock is judged by what was done meanwhile, however early they asked.
  const at = changedAt !== null && changedAt > request.at ? changedAt : request.at;
  const situation = { actorId: actor.personId, through, directory, at, newId };
  if (namesUnknown(command, situation)) return notFound();
  const bodySalt = receipt ? fromHex(receipt.bodySalt) : randomBytes(saltLength);
  const bodyHash = commitmentTo(sha256, bodySalt, bodyOf(request));
  if (receipt) {
    const { first, last } = receipt;
    return receipt.bodyHash === toHex(bodyHash)
      ? { replayed: true, sequences: { first, last } }
      : conflict('command-id-used');
  }
  const judged = decideDirectory(command, situation);
  if (isProblem(judged)) return judged;
  const { by, events } = judged;
  const secrets = secretsFor(events);
  await writeDirectory(manager, { by, at, commandId, newId }, head, events, secrets);
  const sequences = { first: head.sequence + 1, last: head.sequence + events.length };
  await manager.query('insert into directory_receipt values ($1, $2, $3, $4, $5, $6, $7)', [
    ...[actor.personId, commandId, bodyHash, bodySalt],
    ...[sequences.first, sequences.last, at],
  ]);
  const [secret] = secrets.values();
  return { replayed: false, sequences, ...(secret === undefined ? {} : { secret }) };
}

/** By token id. Chance is no part of the rules, so it comes in here. */
const secretsFor = (events: DirectoryEvent[]): Map<string, string> =>
  new Map(events.flatMap(event => (event.type === 'TokenIssued' ? [[event.tokenId, newToken()]] : [])));
