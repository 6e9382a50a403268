// The examination of one entry, step by step: each either holds, or fails, or is left open, and says in a sentence what that means.
import {
  isIncluded,
  leafHash,
  fromHex,
  parseCheckpoint,
  parseNote,
  signedBy,
  toHex,
  type Checkpoint,
  type Sha256,
  type SignedNote,
  type VerifierKey,
  type VerifyEd25519,
} from '#ledger';
import type { Evidence } from './evidence.js';
import { continuityOf, type Remembered } from './memory.js';
import { pathOf, type Join } from './path-of.js';
import { proofWords as words } from './proof.words.js';
import { isSameEntry } from './same-entry.js';

export type Outcome = 'holds' | 'fails' | 'open';

export interface Step {
  key: 'bytes' | 'shown' | 'path' | 'signature' | 'memory';
  outcome: Outcome;
  says: string;
}

export interface Checked {
  outcome: Outcome;
  steps: Step[];
  /** Hex. */
  leaf: string;
  index: number;
  path: Join[];
  /** What was signed; undefined where the note is none. */
  checkpoint?: Checkpoint;
}

/** What the auditor brings along. */
export interface Held {
  /** The key that they pinned, and those that it handed over to. None: the signature is left open. */
  keys: readonly VerifierKey[];
  /** The key came from the very server that is examined. */
  isFromServer: boolean;
  remembered?: Remembered;
  /** From the remembered checkpoint to this one. */
  consistency?: readonly Uint8Array[];
}

interface Crypto {
  sha256: Sha256;
  verify: VerifyEd25519;
}

export function checkProof(crypto: Crypto, evidence: Evidence, held: Held): Checked {
  const { entry, bytes, index, proof } = evidence;
  const leaf = bytes ? leafHash(crypto.sha256, bytes) : fromHex(entry.hash);
  const note = parseNote(evidence.note);
  const checkpoint = note && parseCheckpoint(note.text);
  const inclusion = { index, size: checkpoint?.size ?? 0, leaf, proof };
  const steps = [
    checkBytes(toHex(leaf), evidence),
    checkShown(crypto.sha256, evidence),
    checkpoint && isIncluded(crypto.sha256, inclusion, checkpoint.root)
      ? step('path', 'holds', words.pathHolds(proof.length, checkpoint.size))
      : step('path', 'fails', words.pathFails),
    note && checkpoint ? checkSignature(crypto, note, checkpoint, held) : step('signature', 'fails', words.noteBroken),
    ...(checkpoint ? [checkMemory(crypto.sha256, checkpoint, held)] : []),
  ];
  return {
    outcome: together(steps),
    steps,
    leaf: toHex(leaf),
    index,
    path: pathOf(crypto.sha256, inclusion),
    ...(checkpoint && { checkpoint }),
  };
}

const step = (key: Step['key'], outcome: Outcome, says: string): Step => ({ key, outcome, says });

/** One that fails is enough. The first look of a browser leaves its memory open, and that is no fault. */
function together(steps: readonly Step[]): Outcome {
  if (steps.some(({ outcome }) => outcome === 'fails')) return 'fails';
  return steps.some(({ key, outcome }) => key !== 'memory' && outcome === 'open') ? 'open' : 'holds';
}

function checkBytes(leaf: string, { entry, bytes, index }: Evidence): Step {
  if (entry.hash !== leaf || entry.index !== index) return step('bytes', 'fails', words.bytesFail);
  return bytes ? step('bytes', 'holds', words.bytesHold(bytes.length)) : step('bytes', 'open', words.bytesUnseen);
}

function checkShown(sha256: Sha256, { entry, bytes, words: opened }: Evidence): Step {
  if (!bytes) return step('shown', 'open', words.shownUnseen);
  return isSameEntry(sha256, entry, bytes, opened)
    ? step('shown', 'holds', words.shownHolds(opened.length))
    : step('shown', 'fails', words.shownFails);
}

function checkSignature(
  crypto: Crypto,
  note: SignedNote,
  { origin, size }: Checkpoint,
  { keys, isFromServer }: Held,
): Step {
  if (keys.length === 0) return step('signature', 'open', words.noKey);
  if (!keys.some(({ name }) => name === origin))
    return step('signature', 'fails', words.otherLog(origin, keys[0]!.name));
  const results = keys.map(key => signedBy(crypto, note, key));
  if (results.includes('wrong')) return step('signature', 'fails', words.signatureWrong);
  if (!results.includes('valid')) return step('signature', 'fails', words.signatureOther(origin));
  const isHandedOver = results[0] !== 'valid';
  if (isFromServer) return step('signature', 'open', words.keyOfServer(origin));
  return step('signature', 'holds', isHandedOver ? words.signedBySuccessor(origin, size) : words.signed(origin, size));
}

function checkMemory(sha256: Sha256, now: Checkpoint, { remembered: before, consistency }: Held): Step {
  const continuity = continuityOf(sha256, now, before, consistency);
  if (!before || continuity === 'first') return step('memory', 'open', words.firstSeen);
  const says = words[continuityWords[continuity]](before, now);
  return step('memory', continuity === 'same' || continuity === 'grown' ? 'holds' : 'fails', says);
}

const continuityWords = {
  same: 'same',
  grown: 'grown',
  'rolled-back': 'rolledBack',
  forked: 'forked',
  'other-log': 'anotherLog',
} as const;
