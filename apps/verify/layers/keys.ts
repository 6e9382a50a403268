// The keys that follow from the one the auditor holds: each rotation is an entry signed by the old key and by the new one.
import { formatKey, isSameKey, parseKey, rotatedTo, type KeyRotation, type VerifierKey } from '#ledger';
import type { Entry } from '../bundle/entry.js';
import { finding, type Finding, type Place } from '../finding.js';
import { native, sha256 } from '../native.js';

export interface Succession {
  /** The auditor's first, then those it vouches for, in either direction. */
  keys: VerifierKey[];
  finding?: Finding;
}

const placeOf = ({ index, stream, sequence }: Entry): Place => ({ file: 'entries.jsonl', index, stream, sequence });

/** A stream without keys says nothing: then the auditor's key stands alone. */
export function followKeys(held: VerifierKey, entries: readonly Entry[]): Succession {
  const keys = [held];
  const said: string[] = [];
  for (const entry of entries) {
    const { payload, type } = entry;
    if (type === 'SigningKeyIntroduced') said.push(String(payload['key']));
    if (type !== 'SigningKeyRotated') continue;
    const rotation = payload as unknown as KeyRotation;
    const to = isRotation(payload) ? rotatedTo(native, rotation) : undefined;
    if (!to || said.at(-1) !== rotation.oldKey)
      return {
        keys,
        finding: finding(
          'key-succession-wrong',
          placeOf(entry),
          'It hands over to a key, and not both keys signed that.',
        ),
      };
    said.push(rotation.newKey);
  }
  for (const text of said) add(keys, text);
  const isNamed = said.length === 0 || said.includes(formatKey(sha256, held));
  const what =
    'The log says that it began with another key, and no rotation leads from there to the one that you hold.';
  return isNamed ? { keys } : { keys: [held], finding: finding('key-succession-wrong', placeOf(entries[0]!), what) };
}

const isRotation = (payload: Record<string, unknown>): boolean =>
  ['oldKey', 'newKey', 'signatureByOld', 'signatureByNew'].every(key => typeof payload[key] === 'string');

function add(keys: VerifierKey[], text: string): void {
  const key = parseKey(sha256, text);
  if (key && !keys.some(known => isSameKey(known, key))) keys.push(key);
}
