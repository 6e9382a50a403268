// Keyset pages: a cursor is the sort key of the last row seen, so depth costs nothing. Offsets are never used.

export interface PageRequest {
  first: number;
  after?: string | null;
}

export interface Page<T> {
  items: { cursor: string; item: T }[];
  hasNextPage: boolean;
  /** Where to go on, if it is not the last item: a page may be shorter than asked for, or empty, though there is more. */
  end?: string;
}

/** Thrown for a cursor that this list did not hand out. */
export class BadCursorError extends Error {
  constructor() {
    super('This cursor is not one of this list. Send back the `endCursor` of the page before, unchanged.');
  }
}

export const encodeCursor = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

export function decodeCursor(cursor: string | null | undefined, parts: readonly KeyPart[]): (string | null)[] {
  if (cursor === null || cursor === undefined) return parts.map(() => null);
  const key = parse(cursor);
  if (!Array.isArray(key) || key.length !== parts.length) throw new BadCursorError();
  return parts.map((expected, index) => {
    const part: unknown = key[index];
    const text = typeof part === 'string' || typeof part === 'number' ? String(part) : '';
    if (!expected.test(text)) throw new BadCursorError();
    return text;
  });
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new BadCursorError();
  }
}

/** Is this text a part of the key as we would have written it? Whatever passes, the database can read. */
export interface KeyPart {
  test(text: string): boolean;
}

/** A moment that there is, as `toISOString` writes it: not the 30th of February, not the year 0. */
const instant: KeyPart = {
  test: text =>
    /^(?!0000)\d{4}-.*Z$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text,
};

const greatestSequence = 2 ** 31 - 1;

export const keyPatterns = {
  instant,
  /** Any text that the database can read. */
  name: { test: (text: string) => text.isWellFormed() && !text.includes('\u0000') && text.length <= 500 },
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  stream: /^[a-z]+(:[0-9a-f-]{36})?$/,
  sequence: { test: (text: string) => /^[1-9]\d{0,9}$/.test(text) && Number(text) <= greatestSequence },
} as const;

/** One row more than asked for was read; it only tells that there is a next page. */
export function toPage<Row, T>(
  rows: Row[],
  first: number,
  item: (row: Row) => T,
  key: (row: Row) => readonly (string | number)[],
): Page<T> {
  const items = rows.slice(0, first).map(row => ({ cursor: encodeCursor(key(row)), item: item(row) }));
  return { items, hasNextPage: rows.length > first };
}
