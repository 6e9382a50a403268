// The hallway of the directory: shape → lock and load → may they know of it → replay → decide → write, in one transaction. Both
// doors, the API and the command line, come through here.
import type { DataSource, EntityManager } from 'typeorm';
import {
  blockedBy,
  checkDirectoryShape,
  conflict,
  decideDirectory,
  isProblem,
  namedBy,
  namesUnknown,
  notFound,
  type DirectoryCommand,
  type DirectoryCommandType,
  type DirectoryEvent,
  type DirectoryJudgement,
  type DirectorySituation,
  type Problem,
} from '#governance';
import { toHex } from '#ledger';
import { constraintOf } from '../connection.js';
import { commitBody, type CommandRequest } from '../handle-command.js';
import { listHistory, type HistoryEntry } from '../queries/history.js';
import { lockDirectory, writeDirectory } from './change-directory.js';
import { loadDirectory, type Concerned } from './load-directory.js';
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
  const turn: Turn = {
    named: { ...namedBy(command), ...givenBy(command) },
    isMissing: situation => namesUnknown(command, situation),
    judge: situation => decideDirectory(command, situation),
  };
  const handled = await inTransaction(dataSource, manager => changeInTurn(manager, request, turn));
  return isProblem(handled) ? handled : withDirectoryEntries(dataSource, request, handled);
}

/** What it gives that nobody else may have. */
function givenBy(command: DirectoryCommand): Partial<Concerned> {
  if (command.type === 'AddOrganisation') return { name: command.name };
  if (command.type === 'LinkIdentity') return { issuer: command.issuer, subject: command.subject };
  return {};
}

/** The receipt, with the entries read from the history as this person may see it. */
export async function withDirectoryEntries(
  dataSource: DataSource,
  { actor, commandId }: Pick<CommandRequest, 'actor' | 'commandId'>,
  { sequences, ...receipt }: Handled,
): Promise<DirectoryReceipt> {
  const filter = { stream: 'directory' as const, sequences };
  const page = await listHistory(dataSource, actor, filter, { first: 1 + sequences.last - sequences.first });
  return { commandId, ...receipt, entries: page.items.map(({ item }) => item) };
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

export interface Turn {
  named: Concerned;
  /** What it names is not there, or not this person's to know of. */
  isMissing: (situation: DirectorySituation) => boolean;
  judge: (situation: DirectorySituation) => DirectoryJudgement | Problem | Promise<DirectoryJudgement | Problem>;
}

/** One change behind the directory's lock: known again when it was made before, else judged and written. */
export async function changeInTurn(
  manager: EntityManager,
  request: Omit<CommandRequest, 'type'> & { type: string; through?: string },
  { named, isMissing, judge }: Turn,
): Promise<Handled | Problem> {
  const { actor, commandId, newId, through } = request;
  const head = await lockDirectory(manager);
  const { directory, receipt, changedAt } = await loadDirectory(manager, request, named);
  // Whoever waited for the lock is judged by what was done meanwhile, however early they asked.
  const at = changedAt !== null && changedAt > request.at ? changedAt : request.at;
  const situation = { actorId: actor.personId, through, directory, at, newId };
  if (isMissing(situation)) return notFound();
  const { bodySalt, bodyHash } = commitBody(request, receipt?.bodySalt);
  if (receipt) {
    const { first, last } = receipt;
    return receipt.bodyHash === toHex(bodyHash)
      ? { replayed: true, sequences: { first, last } }
      : conflict('command-id-used');
  }
  const judged = await judge(situation);
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
