// The keys that follow from those that the auditor holds: each rotation is an entry signed by the old key and by the new one. A log that
// lost history has ended, and nothing leads on from it: whoever accepts the next one holds that one's key.
import {
  formatKey,
  isSameKey,
  parseKey,
  readLoss,
  rotatedTo,
  type DeclaredLoss,
  type KeyRotation,
  type ReadLoss,
  type VerifierKey,
} from '#ledger';
import type { Entry } from '../bundle/entry.js';
import { finding, type Finding, type FindingKind, type Place } from '../finding.js';
import { native, sha256 } from '../native.js';

/** An entry that says what was lost, and what that comes to. */
export interface LossEntry extends ReadLoss {
  place: Place & { index: number };
  said: DeclaredLoss;
}

export interface Succession {
  /** The auditor's first, then those they vouch for, in either direction. */
  keys: VerifierKey[];
  /** All that the entries name, those of logs that have ended among them. */
  named: VerifierKey[];
  losses: LossEntry[];
  finding?: Finding;
}

/** Keys as text, each but the first one signed for by the one before it. */
type Run = string[];

/** A stream without keys says nothing: then the auditor's keys stand alone. */
export function followKeys(held: readonly VerifierKey[], entries: readonly Entry[]): Succession {
  const runs: Run[] = [];
  const losses: LossEntry[] = [];
  for (const entry of entries) {
    const bad = take(entry, runs, losses);
    if (bad) return { keys: [...held], named: [...held], losses, finding: bad };
  }
  const texts = held.map(key => formatKey(sha256, key));
  const vouched = runs.filter(run => run.some(text => texts.includes(text)));
  const succession = { keys: joined(held, vouched), named: joined(held, runs), losses };
  if (runs.length === 0 || vouched.length > 0) return succession;
  const what =
    'The log says that it began with another key, and no rotation leads from there to the one that you hold.';
  return { ...succession, finding: finding('key-succession-wrong', placeOf(entries[0]!), what) };
}

/** Adds what the entry says to runs and losses, or tells what is wrong with it. */
function take(entry: Entry, runs: Run[], losses: LossEntry[]): Finding | undefined {
  const bad = (kind: FindingKind, what: string): Finding => finding(kind, placeOf(entry), what);
  const { payload, type } = entry;
  const last = runs.at(-1);
  if (type === 'SigningKeyIntroduced') {
    if (last) return bad('key-succession-wrong', 'It brings in a key, and the key before it did not sign that.');
    runs.push([String(payload['key'])]);
  } else if (type === 'SigningKeyRotated') {
    const rotation = payload as unknown as KeyRotation;
    const isSigned = areTexts(payload, rotationFields) && rotatedTo(native, rotation) !== undefined;
    if (!isSigned || last?.at(-1) !== rotation.oldKey)
      return bad('key-succession-wrong', 'It hands over to a key, and not both keys signed that.');
    last.push(rotation.newKey);
  } else if (type === 'HistoryLost') {
    const said = payload as unknown as DeclaredLoss;
    const loss = areTexts(payload, lossFields) ? readLoss(native, said) : undefined;
    if (!loss) return bad('loss-misdeclared', 'It says that history was lost, and not both logs signed that.');
    losses.push({ ...loss, said, place: placeOf(entry) });
    // A rotation may have been lost as well.
    if (!last?.includes(said.oldKey)) runs.push([said.oldKey]);
    runs.push([said.newKey]);
  }
  return undefined;
}

const placeOf = ({ index, stream, sequence }: Entry) => ({ file: 'entries.jsonl', index, stream, sequence });

const rotationFields = ['oldKey', 'newKey', 'signatureByOld', 'signatureByNew'];
const lossFields = [...rotationFields, 'signed', 'reason'];
const areTexts = (payload: Record<string, unknown>, fields: string[]): boolean =>
  fields.every(field => typeof payload[field] === 'string');

function joined(held: readonly VerifierKey[], runs: readonly Run[]): VerifierKey[] {
  const keys = [...held];
  for (const text of runs.flat()) {
    const key = parseKey(sha256, text);
    if (key && !keys.some(known => isSameKey(known, key))) keys.push(key);
  }
  return keys;
}
