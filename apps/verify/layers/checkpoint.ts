// L3: a checkpoint is genuine when the key that the auditor holds signed it, under the origin of that key, and nothing in it fails.
import {
  keyIdOf,
  parseCheckpoint,
  parseNote,
  signedBy,
  type Checkpoint,
  type SignedNote,
  type VerifierKey,
} from '#ledger';
import { finding, type Finding, type Place } from '../finding.js';
import { native, sha256 } from '../native.js';

export interface Genuine {
  note: SignedNote;
  checkpoint: Checkpoint;
}

const hugeSize = /^[^\n]+\n\d{16,}\n/;
const most = BigInt(Number.MAX_SAFE_INTEGER);

/** Form only: a note whose text is a checkpoint. */
export function readCheckpoint(text: string, place: Place): Genuine | Finding {
  const note = parseNote(text);
  const checkpoint = note && parseCheckpoint(note.text);
  if (note && checkpoint) return { note, checkpoint };
  const size = hugeSize.test(text) ? BigInt(text.split('\n')[1]!) : 0n;
  return size > most
    ? finding('number-too-large', place, 'Its size is beyond 2^53: no tree has as many entries.')
    : finding('checkpoint-malformed', place, 'It is not written as a signed checkpoint has to be, to the byte.');
}

/** Whether one of the keys signed it. The keys are the auditor's, or follow from them; never those of the bundle itself. */
export function checkSignature(
  { note, checkpoint }: Genuine,
  keys: readonly VerifierKey[],
  place: Place,
): Finding | undefined {
  const { origin } = checkpoint;
  const names = [...new Set(keys.map(({ name }) => name))];
  if (!names.includes(origin))
    return finding('origin-wrong', place, `It is of the log ${origin}, and the key is for ${names.join(', ')}.`);
  const results = keys.map(key => signedBy(native, note, key));
  if (results.includes('wrong'))
    return finding('signature-wrong', place, 'The signature of the key that you hold does not fit its text.');
  if (results.includes('valid')) return undefined;
  const ids = keys.map(key => keyIdOf(sha256, key)).join(', ');
  return note.signatures.some(({ name }) => name === origin)
    ? finding(
        'signature-by-other-key',
        place,
        `It is signed in the name of ${origin}, but not with the key that you hold (${ids}).`,
      )
    : finding('signature-missing', place, `Nobody signed it with the key that you hold (${ids}).`);
}
