// The hallway: every command takes this one way. Shape → load and lock → may they read it → replay → judge → record, in one
// transaction of two statements. Refusals are values; what throws is a bug or an outage.
import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import {
  catalogueFor,
  checkShape,
  conflict,
  isProblem,
  judge,
  judgeStart,
  mayActUnread,
  notFound,
  proposalIdOf,
  readingOf,
  startsProposal,
  unread,
  visibleBlockers,
  type Actor,
  type Command,
  type CommandOf,
  type CommandType,
  type Continuing,
  type Judgement,
  type Problem,
  type Proposal,
  type Reading,
  type Starting,
} from '#governance';
import { commitmentTo, fromHex, saltLength, toHex, type CanonicalValue } from '#ledger';
import { constraintOf, inTransaction, sqlState, type PgClient } from './connection.js';
import { sha256 } from './ledger/index.js';
import { loadCommand, type EarlierReceipt, type LoadedCommand } from './load-command.js';
import { listHistory, type HistoryEntry } from './queries/history.js';
import { record } from './record.js';
import { step, stepAtOnce } from './steps.js';

export interface CommandRequest {
  type: CommandType;
  /** A UUID that the client chose; with the person it is the key of idempotency. */
  commandId: string;
  /** What the client sent, less the command id. */
  input: object;
  actor: Actor;
  /** ISO 8601, UTC: read once, where the command came in. */
  at: string;
  newId: () => string;
  /** Is called before each further try. */
  onRetry?: () => void;
}

export interface CommandReceipt {
  commandId: string;
  replayed: boolean;
  proposal: Proposal;
  number: number;
  /** What of it this person may see. */
  reading: Reading;
  entries: HistoryEntry[];
}

/** A duplicate that was recorded in between, a deadlock or a changed row: the whole is tried again, at most this often. */
const tries = 4;
/** More entries than any one command records. */
const mostEntriesOfOne = 100;
const again = new Set(['40001', '40P01']);
const LOCK_NOT_AVAILABLE = '55P03';

export async function handleCommand(
  dataSource: DataSource,
  request: CommandRequest,
): Promise<CommandReceipt | Problem> {
  const command = checkShape(request.type, request.input);
  if (isProblem(command)) return command;
  const work = () => inTransaction(dataSource, client => handle(client, command, request));
  const outcome = await tryRepeatedly(work, request.onRetry);
  return isProblem(outcome) || !outcome.replayed ? outcome : withEntries(dataSource, request, outcome);
}

export async function tryRepeatedly<T>(work: () => Promise<T>, onRetry?: () => void): Promise<T> {
  for (let left = tries; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left <= 1 || !isWorthAnotherTry(error)) throw error;
      onRetry?.();
    }
  }
}

/** A replayed command's entries are read from the history, as this person may see it. */
export async function withEntries(
  dataSource: DataSource,
  { actor }: Pick<CommandRequest, 'actor'>,
  { sequences, ...receipt }: Handled,
): Promise<CommandReceipt> {
  const filter = { proposalId: receipt.proposal.id, sequences };
  const page = await listHistory(dataSource, actor, filter, { first: mostEntriesOfOne });
  return { ...receipt, entries: page.items.map(({ item }) => item) };
}

/** True of a command that gave way to others until its time was over: nothing of it was recorded, and it may be sent again. */
export const gaveWay = (error: unknown): boolean => [LOCK_NOT_AVAILABLE, ...again].includes(sqlState(error) ?? '');

const isWorthAnotherTry = (error: unknown): boolean =>
  again.has(sqlState(error) ?? '') || constraintOf(error) === 'command_receipt_pkey';

export interface Handled extends CommandReceipt {
  /** Of a replay: where its entries are in the proposal's stream, both included. */
  sequences?: { first: number; last: number };
}

async function handle(client: PgClient, command: Command, asked: CommandRequest): Promise<Handled | Problem> {
  const { commandId, newId } = asked;
  const loaded = await step('load', () => loadCommand(client, command, commandId, asked.actor));
  const actor: Actor = { ...asked.actor, roles: loaded.roles };
  const request = { ...asked, actor };
  if (!mayProceed(command, actor, loaded)) return notFound();
  const body = commitBody(request, loaded.receipt?.bodySalt);
  if (loaded.receipt) return replay(loaded.receipt, body.bodyHash, request);
  const judged = stepAtOnce('judge', () => judgeLoaded(command, loaded, request));
  if (isProblem(judged)) return asSeen(judged, actor, loaded.proposal);
  const { proposal: before, head } = loaded;
  const decided = {
    ...judged,
    type: command.type,
    at: before && before.updatedAt > request.at ? before.updatedAt : request.at,
    ...{ commandId, ...body, head, newId },
    proposalId: before?.id ?? newId(),
    ...(before ? { before } : {}),
  };
  const recorded = await step('record', () => record(client, decided));
  return { commandId, replayed: false, ...recorded, reading: readingAfter(actor, recorded.proposal) };
}

export const readingAfter = (actor: Actor, proposal: Proposal): Reading =>
  readingOf(actor, proposal) ?? unread(proposal);

/** A refusal names only what this person may know of. */
function asSeen(problem: Problem, actor: Actor, proposal: Proposal | undefined): Problem {
  const reading = proposal && readingOf(actor, proposal);
  return reading ? { ...problem, blockers: visibleBlockers(problem.blockers, reading) } : problem;
}

/** Unknown and unreadable are the same answer; so is a copy of what one may not read. */
function mayProceed(command: Command, actor: Actor, { proposal, facts }: LoadedCommand): boolean {
  if (!startsProposal(command.type)) {
    if (!proposal || proposalIdOf(command) === undefined) return false;
    return readingOf(actor, proposal) !== undefined || mayActUnread(actor, command.type, proposal, facts);
  }
  if (command.type !== 'DraftProposal' || !command.copyOf) return true;
  return facts.copyOf !== undefined && readingOf(actor, facts.copyOf) !== undefined;
}

function judgeLoaded(
  command: Command,
  { proposal, facts }: LoadedCommand,
  request: CommandRequest,
): Judgement | Problem {
  const { actor, at, newId } = request;
  const copyOf = facts.copyOf && readingOf(actor, facts.copyOf)?.proposal;
  const readable = { ...facts, ...(copyOf ? { copyOf } : {}) };
  const situation = { actor, catalogue: catalogueFor(proposal), facts: readable, at, newId };
  return proposal
    ? judge(command as CommandOf<Continuing>, { ...situation, proposal })
    : judgeStart(command as CommandOf<Starting>, situation);
}

/** The same command again gives the same entries with today's proposal, if one may still read it; another body is a conflict. */
export function replay(
  receipt: EarlierReceipt,
  bodyHash: Uint8Array,
  { actor, commandId }: Pick<CommandRequest, 'actor' | 'commandId'>,
): Handled | Problem {
  if (receipt.bodyHash !== toHex(bodyHash)) return conflict('command-id-used');
  const { proposal, number, firstSequence: first, lastSequence: last } = receipt;
  const reading = proposal && readingOf(actor, proposal);
  if (!reading) return notFound();
  return { commandId, replayed: true, proposal, number, reading, entries: [], sequences: { first, last } };
}

/** What was sent as a salted commitment: under the salt of an earlier receipt, to know it again, or under a new one. */
export function commitBody(sent: { type: string; input: object }, salt?: string) {
  const bodySalt = salt === undefined ? randomBytes(saltLength) : fromHex(salt);
  return { bodySalt, bodyHash: commitmentTo(sha256, bodySalt, bodyOf(sent)) };
}

/** A field sent as null and one left out are the same command. */
const bodyOf = ({ type, input }: { type: string; input: object }): CanonicalValue => ({
  type,
  input: withoutNulls(input),
});

function withoutNulls(value: unknown): CanonicalValue {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value as CanonicalValue;
  const given = Object.entries(value).filter(([, entry]) => entry !== null);
  return Object.fromEntries(given.map(([key, entry]) => [key, withoutNulls(entry)]));
}
