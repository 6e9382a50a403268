// An erasure in a proposal's stream, behind the lock of its row: the entry that says so, the row made anew of the words that survive,
// and the words and salts gone, in one transaction.
import type { DataSource } from 'typeorm';
import {
  catalogueFor,
  isProblem,
  judgeErasure,
  notFound,
  readingOf,
  shakenByErasure,
  textsErased,
  wordsErased,
  type Actor,
  type EraseWords,
  type ErasureJudgement,
  type Problem,
  type Proposal,
  type ProposalEvent,
} from '#governance';
import { inTransaction, type PgClient } from '../connection.js';
import {
  commitBody,
  readingAfter,
  replay,
  tryRepeatedly,
  withEntries,
  type CommandReceipt,
  type Handled,
} from '../handle-command.js';
import { proposalStream } from '../identifiers.js';
import { loadProposal } from '../load-command.js';
import { fold, type StoredEvent } from '../rebuild.js';
import { record } from '../record.js';
import type { ErasureRequest, WithTexts } from './erasure-request.js';
import { takeWords } from './take-words.js';
import { readStored, withoutWords, wordedStream } from './worded-stream.js';

export async function eraseInProposal(
  dataSource: DataSource,
  command: EraseWords,
  proposalId: string,
  request: ErasureRequest,
): Promise<(CommandReceipt & WithTexts) | Problem> {
  const work = () => inTransaction(dataSource, client => erase(client, command, proposalId, request));
  const outcome = await tryRepeatedly(work, request.onRetry);
  return isProblem(outcome) || !outcome.replayed ? outcome : withEntries(dataSource, request, outcome);
}

async function erase(
  client: PgClient,
  command: EraseWords,
  proposalId: string,
  request: ErasureRequest,
): Promise<(Handled & WithTexts) | Problem> {
  const { commandId, newId } = request;
  const { proposal: before, receipt, head, roles } = await loadProposal(client, proposalId, commandId, request.actor);
  const actor: Actor = { ...request.actor, roles };
  if (!before || !readingOf(actor, before)) return notFound();
  const body = commitBody({ type: command.type, input: request.input }, receipt?.bodySalt);
  if (receipt) return replay(receipt, body.bodyHash, { actor, commandId });
  const stream = proposalStream(proposalId);
  const stored = await readStored(client, stream, null);
  const words = wordedStream(stream, stored);
  const judged = judgeErasure(command, words, { actor, proposal: before });
  if (isProblem(judged)) return judged;
  await request.list.expectWritable();
  const { by } = judged;
  const at = before.updatedAt > request.at ? before.updatedAt : request.at;
  const decided = { type: command.type, by, at, commandId, ...body, head, newId, proposalId };
  const recorded = await record(client, { ...decided, ...whatRemains(command, before, stored, judged) });
  await takeWords(client, stream, head.sequence + 1);
  const reading = readingAfter(actor, recorded.proposal);
  return { commandId, replayed: false, ...recorded, reading, texts: textsErased(judged.erased, words) };
}

/** The proposal made of the words that survive, and what is recorded upon it. */
function whatRemains(
  command: EraseWords,
  before: Proposal,
  stored: readonly StoredEvent[],
  { erased }: ErasureJudgement,
): { before: Proposal; events: ProposalEvent[] } {
  const after = fold(withoutWords(stored, erased));
  if (!after) throw new Error(`Proposal ${before.id} has a row and no entries.`);
  const said = wordsErased(command, erased, wordedStream(proposalStream(before.id), stored));
  return { before: after, events: [said, ...shakenByErasure(catalogueFor(before), before, after)] };
}
