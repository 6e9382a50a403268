// What a mutant is: one rule taken out or weakened in one source file. Mutants are derived from the source, so that a new rule is
// mutated without anybody remembering to.

export interface Mutant {
  /** Below the root of the repository. */
  file: string;
  what: string;
  /** The whole file with the change in it. */
  source: string;
}

/** From `from` up to, and without, `to`. */
interface Span {
  from: number;
  to: number;
}

const replaced = (source: string, { from, to }: Span, by: string): string =>
  source.slice(0, from) + by + source.slice(to);

const lineOf = (source: string, at: number): number => source.slice(0, at).split('\n').length;

export const mutantAt = (file: string, source: string, span: Span, by: string, what: string): Mutant => ({
  file,
  what: `${file}:${lineOf(source, span.from)} ${what.replaceAll(/\s+/g, ' ')}`,
  source: replaced(source, span, by),
});

/** One mutant for each match; the first group, or all of the match, is what is replaced. Throws when nothing matches any more. */
export function eachMatch(
  file: string,
  source: string,
  pattern: RegExp,
  by: string | ((text: string) => string),
  what: (text: string) => string,
): Mutant[] {
  const matches = [...source.matchAll(new RegExp(pattern, `${pattern.flags.replace(/[gd]/g, '')}gd`))];
  if (matches.length === 0) throw new Error(`${file} has nothing like ${pattern} any more: look after its mutants.`);
  return matches.map(({ indices }) => {
    const [from, to] = (indices?.[1] ?? indices?.[0])!;
    const text = source.slice(from, to);
    return mutantAt(file, source, { from, to }, typeof by === 'string' ? by : by(text), what(text));
  });
}

/** One mutant for a text that stands in the file exactly once. */
export function theOne(file: string, source: string, text: string, by: string): Mutant {
  const from = source.indexOf(text);
  if (from < 0 || source.includes(text, from + 1))
    throw new Error(`“${text}” is not once in ${file}: look after its mutants.`);
  const what = by === '' ? `without “${text}”` : `“${text}” is “${by}”`;
  return mutantAt(file, source, { from, to: from + text.length }, by, what);
}
