// A receipt: an entry's exact bytes, its place, and the proof that leads from it to a signed checkpoint.
import { isIncluded, leafHash, parseProofFile, type VerifierKey } from '#ledger';
import { readBytes, type Entry } from '../bundle/entry.js';
import { finding, type Finding, type Place } from '../finding.js';
import { sha256 } from '../native.js';
import { checkSignature, readCheckpoint, type Genuine } from './checkpoint.js';

export interface Receipt {
  index: number;
  bytes: Uint8Array;
  proof: readonly Uint8Array[];
  genuine: Genuine;
}

const hugeIndex = /^index \d{16,}$/m;

/** Form only. */
export function readReceipt(text: string, place: Place): Receipt | Finding {
  const file = parseProofFile(text);
  if (!file?.extra) {
    return hugeIndex.test(text)
      ? finding('number-too-large', place, 'Its index is beyond 2^53: no tree has as many entries.')
      : finding('proof-wrong', place, 'It is not written as a proof with its entry has to be, to the byte.');
  }
  const genuine = readCheckpoint(file.checkpoint, place);
  return 'kind' in genuine ? genuine : { index: file.index, bytes: file.extra, proof: file.proof, genuine };
}

/** That the key's owner signed a tree that has this entry in this place. */
export function checkReceipt(receipt: Receipt, keys: readonly VerifierKey[], place: Place): Finding | undefined {
  const { index, bytes, proof, genuine } = receipt;
  const { size, root } = genuine.checkpoint;
  const bad = checkSignature(genuine, keys, place);
  if (bad) return bad;
  const leaf = leafHash(sha256, bytes);
  if (!isIncluded(sha256, { index, size, leaf, proof }, root))
    return finding(
      'proof-wrong',
      { ...place, index },
      'Its proof does not lead from its entry to the root that was signed.',
    );
  const entry = entryOf(receipt);
  return 'kind' in entry ? entry : undefined;
}

/** What the receipted entry says. Throws a CannotJudge on a version to come. */
export const entryOf = ({ index, bytes }: Receipt): Entry | Finding => readBytes(bytes, index, 'receipt');
