// One JSON text for one value, so that its bytes can be hashed: RFC 8785 (JCS) for the values an entry may hold.

export type CanonicalValue =
  string | number | boolean | null | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue | undefined };

/**
 * Keys sorted by UTF-16 code units, no white space, numbers and strings as ECMAScript writes them; undefined members are left out.
 * Throws a TypeError on what JSON cannot say exactly: NaN, infinities, lone surrogates, undefined in a list.
 */
export function canonicalJson(value: CanonicalValue): string {
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`JSON has no ${typeof value}.`);
  const members = Object.keys(value)
    .sort()
    .flatMap(key => {
      const member = value[key];
      return member === undefined ? [] : [`${canonicalString(key)}:${canonicalJson(member)}`];
    });
  return `{${members.join(',')}}`;
}

const isList = (value: object | undefined): value is readonly CanonicalValue[] => Array.isArray(value);

function canonicalString(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('A lone surrogate has no UTF-8 form.');
  return JSON.stringify(value);
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`JSON has no ${value}.`);
  return JSON.stringify(value);
}

const encoder = new TextEncoder();

/** UTF-8 bytes of the canonical text. */
export const canonicalBytes = (value: CanonicalValue): Uint8Array => encoder.encode(canonicalJson(value));
