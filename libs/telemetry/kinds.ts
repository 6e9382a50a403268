// The kinds of value that may be told. Each is a pattern that people's words do not fit; what does not fit is withheld.

const patterns = {
  /** A UUID. */
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  /** A name out of our code or PostgreSQL's: a command, a code, fields of the schema. */
  name: /^[A-Za-z0-9_][\w.:,-]{0,119}$/,
  /** The pattern of a route, without what a client put in its place. */
  route: /^[/*][\w/:*-]{0,79}$/,
  /** Where we listen ourselves. */
  address: /^http:\/\/[\w.:[\]-]{1,99}$/,
  /** One place in our code. */
  frame: /^[\w.<>$# ]{0,120}\((apps|libs|migrations|node_modules)\/[\w./@+-]{1,200}:\d+:\d+\)$/,
} as const;

export type Kind = 'id' | 'name' | 'route' | 'address' | 'frames' | 'number';

export type ValueOf<K extends Kind> = K extends 'number' ? number : K extends 'frames' ? readonly string[] : string;

export const withheld = '(withheld)';

/** The value where it is of its kind, else `(withheld)`. */
export function allowed(kind: Kind, value: unknown): unknown {
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value) ? value : withheld;
  if (kind === 'frames') return Array.isArray(value) ? value.filter(frame => fits('frame', frame)) : withheld;
  return fits(kind, value) ? value : withheld;
}

const fits = (pattern: keyof typeof patterns, value: unknown): boolean =>
  typeof value === 'string' && patterns[pattern].test(value);
