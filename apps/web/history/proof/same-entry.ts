// Does the page show what the entry’s bytes say? Its fields, and its payload with the words that open the commitments in it.
import { canonicalJson, commitmentTo, fromBase64, toHex, type CanonicalValue, type Sha256 } from '#ledger';
import type { OpenedWords, ShownEntry } from './evidence.js';

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** False, too, for bytes that are no entry. */
export function isSameEntry(
  sha256: Sha256,
  entry: ShownEntry,
  bytes: Uint8Array,
  words: readonly OpenedWords[],
): boolean {
  const said = read(bytes);
  if (!isNode(said?.['by'])) return false;
  const payload = opened(sha256, said['payload'], words);
  if (payload === undefined) return false;
  const { id, type, stream, sequence, at, previousHash: previous, role } = entry;
  const shown = { id, type, stream, sequence, at, previous, role, person: entry.actor.id, payload: entry.payload };
  const { role: itsRole, person } = said['by'];
  const its = {
    id: said['id'],
    type: said['type'],
    stream: said['stream'],
    sequence: said['sequence'],
    at: said['at'],
  };
  return text(shown) === text({ ...its, previous: said['previous'], role: itsRole, person, payload });
}

const text = (value: object): string => canonicalJson(value as CanonicalValue);

function read(bytes: Uint8Array): Node | undefined {
  try {
    const said: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isNode(said) ? said : undefined;
  } catch {
    return undefined;
  }
}

/** The payload with its words; undefined where some do not fit the commitment in their place. */
function opened(sha256: Sha256, payload: unknown, words: readonly OpenedWords[]): unknown {
  const whole: unknown = structuredClone(payload);
  for (const { path, salt, words: said } of words) {
    const steps = path.split('/').slice(1);
    const node = steps.reduce<unknown>((at, step) => (isNode(at) ? at[step] : undefined), whole);
    const value = JSON.parse(said) as CanonicalValue;
    const key = fromBase64(salt);
    if (!isNode(node) || key?.length !== 32 || node['commitment'] !== toHex(commitmentTo(sha256, key, value)))
      return undefined;
    Object.assign(node, value);
  }
  return whole;
}
