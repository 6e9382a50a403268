// A log that lost sealed history has ended. Another one begins, under a name of its own, with a statement of what was lost, signed by
// the keys of both: nobody can take the new log for a continuation of the old one, and nobody but the owner of both can say this.
import { bothSign, bothSigned, type BothSignatures, type KeyHolder } from './both-sign.js';
import { canonicalBytes } from './canonical.js';
import { parseCheckpoint, type Checkpoint } from './checkpoint.js';
import type { Sha256 } from './hash.js';
import { parseKey, parseNote, type VerifierKey, type VerifyEd25519 } from './note.js';

/** What was lost, in the words of whoever runs the log. */
export interface Loss {
  /** A signed note: the newest checkpoint of the old log that is known. */
  signed: string;
  /** A signed note: the newest one that what is left begins with; null where there is none. */
  left: string | null;
  /** For everybody and for good. */
  reason: string;
}

export interface DeclaredLoss extends Loss, BothSignatures {
  /** Verifier keys as text. */
  oldKey: string;
  newKey: string;
}

const epoch = /^(.+)\/epoch-([1-9]\d{0,5})$/;

/** The name under which a log begins anew: `log`, `log/epoch-2`, `log/epoch-3`. */
export function nextOrigin(origin: string): string {
  const [, first = origin, number = '1'] = epoch.exec(origin) ?? [];
  return `${first}/epoch-${Number(number) + 1}`;
}

/** Are they names of one log, before and after losses? */
export const areOfOneLine = (one: string, other: string): boolean => firstOf(one) === firstOf(other);

const firstOf = (origin: string): string => epoch.exec(origin)?.[1] ?? origin;

const statementOf = ({ oldKey, newKey, signed, left, reason }: Omit<DeclaredLoss, keyof BothSignatures>): Uint8Array =>
  canonicalBytes({ statement: 'assent/history-loss/1', oldKey, newKey, signed, left, reason });

export function declareLoss({ signed, left, reason }: Loss, from: KeyHolder, to: KeyHolder): DeclaredLoss {
  const said = { oldKey: from.verifier, newKey: to.verifier, signed, left, reason };
  return { ...said, ...bothSign(statementOf(said), from, to) };
}

export interface ReadLoss {
  from: VerifierKey;
  to: VerifierKey;
  signed: Checkpoint;
  left?: Checkpoint;
}

/** Undefined unless both signed, the names follow on one another, and both notes hold checkpoints of the old log. */
export function readLoss(
  { sha256, verify }: { sha256: Sha256; verify: VerifyEd25519 },
  declared: DeclaredLoss,
): ReadLoss | undefined {
  const [from, to] = [parseKey(sha256, declared.oldKey), parseKey(sha256, declared.newKey)];
  if (!from || !to || nextOrigin(from.name) !== to.name) return undefined;
  if (!bothSigned(verify, statementOf(declared), [from, to], declared)) return undefined;
  const read = (note: string): Checkpoint | undefined => parseCheckpoint(parseNote(note)?.text ?? '');
  const [signed, left] = [read(declared.signed), declared.left === null ? undefined : read(declared.left)];
  const isOfOld = [signed, left].every(each => !each || each.origin === from.name);
  if (!signed || !isOfOld || (declared.left !== null && !left) || (left && left.size > signed.size)) return undefined;
  return { from, to, signed, ...(left ? { left } : {}) };
}
