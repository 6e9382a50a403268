// Fetches what a check needs: the receipt, or a proof where the exact bytes are not the reader’s, and the way from what we remember.
import type { AnyVariables, Client, TypedDocumentNode } from '@urql/core';
import { fromHex, parseCheckpoint, parseNote } from '#ledger';
import { consistencyQuery, entryProofQuery, receiptQuery } from './evidence.query.js';
import { evidenceOfProof, evidenceOfReceipt, type Evidence, type ShownEntry } from './evidence.js';
import type { Remembered } from './memory.js';

export interface Gathered {
  /** `unsealed`: too early. `malformed`: the receipt is none. */
  evidence: Evidence | 'unsealed' | 'malformed';
  consistency?: Uint8Array[];
  /** Payloads of the ledger’s changes of key, oldest first. */
  rotations: unknown[];
  /** The key that the server names for itself. */
  serverKey?: string;
}

/** Rejects where the server does not answer. */
export async function gatherEvidence(
  client: Client,
  entry: ShownEntry,
  remembered: Remembered | undefined,
): Promise<Gathered> {
  const { receipt, checkpoint, ledger, decisionHistory } = await ask(client, receiptQuery, { id: entry.id });
  const rotations = decisionHistory.edges.map(({ node }) => node.payload);
  const rest = { rotations, ...(ledger.key && { serverKey: ledger.key }) };
  const evidence = receipt?.text
    ? (evidenceOfReceipt(entry, receipt.text, receipt.words) ?? 'malformed')
    : await withoutBytes(client, entry, checkpoint);
  if (typeof evidence === 'string') return { evidence, ...rest };
  return { evidence, ...rest, ...(await consistencyWith(client, evidence.note, remembered)) };
}

async function withoutBytes(
  client: Client,
  entry: ShownEntry,
  checkpoint: { size: number; note: string } | null,
): Promise<Evidence | 'unsealed'> {
  if (!checkpoint || entry.acknowledgement === 'RECORDED') return 'unsealed';
  const { entryProof } = await ask(client, entryProofQuery, { id: entry.id, size: checkpoint.size });
  return entryProof ? evidenceOfProof(entry, entryProof, checkpoint.note) : 'unsealed';
}

async function consistencyWith(client: Client, note: string, remembered: Remembered | undefined) {
  const now = parseCheckpoint(parseNote(note)?.text ?? '');
  if (!now || !remembered || remembered.origin !== now.origin || remembered.size >= now.size) return {};
  const { consistencyProof } = await ask(client, consistencyQuery, { from: remembered.size, to: now.size });
  return { consistency: consistencyProof.proof.map(fromHex) };
}

async function ask<Data, Variables extends AnyVariables>(
  client: Client,
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const { data, error } = await client.query(query, variables, { requestPolicy: 'network-only' });
  if (data === undefined) throw error ?? new Error('No answer came.');
  return data;
}
