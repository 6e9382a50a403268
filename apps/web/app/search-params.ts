// Filters in the address, plainly: `?state=DRAFTING&state=IN_REVIEW&text=kai`. A screen’s `*.search.ts` reads its own with these; what
// makes no sense is left out, for anybody may write an address.

export type RawSearch = Readonly<Record<string, unknown>>;

type Written = string | number | boolean | null | undefined;

/** A key that occurs more than once is an array; every value is text. */
export function parseSearch(search: string): Record<string, string | string[]> {
  const parsed: Record<string, string | string[]> = {};
  const given = new URLSearchParams(search);
  for (const key of new Set(given.keys())) {
    const values = given.getAll(key);
    parsed[key] = values.length > 1 ? values : (values[0] ?? '');
  }
  return parsed;
}

export function stringifySearch(search: RawSearch): string {
  const written = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const each of [value].flat() as Written[])
      if (each !== undefined && each !== null && each !== '') written.append(key, String(each));
  }
  return written.size > 0 ? `?${written.toString()}` : '';
}

export const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** A switch is `yes` or not there. */
export const isYes = (value: unknown): 'yes' | undefined => (value === 'yes' ? value : undefined);

export const oneIn = <Value extends string>(value: unknown, known: readonly Value[]): Value | undefined =>
  known.find(each => each === value);

/** Those that are known, each once; undefined for none. */
export function severalIn<Value extends string>(value: unknown, known: readonly Value[]): Value[] | undefined {
  const given = [value].flat();
  const found = known.filter(each => given.includes(each));
  return found.length > 0 ? found : undefined;
}
