// An entry as a proof file for whoever wants to keep it: what they did, under the log's signature, to be checked without us.
import type { DataSource } from 'typeorm';
import { formatProofFile, toBase64 } from '#ledger';
import { findCheckpoint, findExactEntry, proveInclusion, type ExactEntry } from '#store';
import { actorOf, type RequestContext } from '../identity/context.js';
import type { ReceiptFile } from '../schema/proof.js';

/** Null for an entry that is unknown, or not theirs to read to the byte: nobody is told which. Its `text` is null until it is sealed. */
export async function findReceipt(context: RequestContext, entryId: string): Promise<ReceiptFile | null> {
  const entry = await findExactEntry(context.dataSource, actorOf(context), entryId);
  if (!entry) return null;
  context.notes.note('receipt', { entryId }, [entry.proposalId]);
  const { id, type, acknowledgement, words } = entry;
  return {
    entryId: id,
    fileName: `${type}-${id}.tlog-proof`,
    text: await proofFileOf(context.dataSource, entry),
    acknowledgement,
    words: words.map(({ path, salt, text }) => ({ path, salt: toBase64(salt), words: text })),
  };
}

async function proofFileOf(
  dataSource: DataSource,
  { index, acknowledgement, bytes }: ExactEntry,
): Promise<string | null> {
  const checkpoint = acknowledgement === 'RECORDED' ? undefined : await findCheckpoint(dataSource);
  if (!checkpoint || index === null) return null;
  const proof = await proveInclusion(dataSource, index, checkpoint.size);
  return formatProofFile({ extra: bytes, index, proof, checkpoint: checkpoint.note });
}
