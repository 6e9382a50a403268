// What the bytes of an entry say, where somebody's hand may have left anything in their place.
import type { By } from '#governance';
import type { CanonicalValue } from '#ledger';

export interface Said {
  stream: string;
  sequence: number;
  id: string;
  type: string;
  previous: string | null;
  by: { person: string; organisation: string; role: By['role'] };
  at: string;
  payload: object;
}

/** Nothing at all when they are no JSON object. */
export function saidBy(bytes: Buffer): Partial<Said> {
  const said = parsed(bytes.toString('utf8'));
  return typeof said === 'object' && said !== null ? (said as Partial<Said>) : {};
}

/** Undefined for what is no JSON. */
export function parsed(text: string): CanonicalValue | undefined {
  try {
    return JSON.parse(text) as CanonicalValue;
  } catch {
    return undefined;
  }
}
