// The two tables of what is seen: letters for each reader, before and after submission, and the names they are about.
import { readFileSync } from 'node:fs';

export const readers = ['an', 'a2', 'po', 'au', 'pa', 'pb', 'pu', 'ou', 'ad', 'no'] as const;
export type Reader = (typeof readers)[number];
export const times = ['before', 'after'] as const;
export type Time = (typeof times)[number];

export interface Line {
  /** `Type.field`, or a planted text. */
  name: string;
  letters: Record<Time, Record<Reader, string>>;
}

const read = (file: string): string[] => readFileSync(new URL(file, import.meta.url), 'utf8').split('\n');
const isRow = (line: string): boolean => /^ [-\w] {2}[-\w]/.test(line);

/** Throws where a line has not one letter for each reader and time. */
function linesOf(file: string, namesOf: (names: string) => string[]): Line[] {
  const heading = [...readers, ...readers].join(' ');
  if (!read(file).some(line => line.trim().replace(/ +/g, ' ') === heading))
    throw new Error(`${file} does not name its readers in their order.`);
  return read(file)
    .filter(isRow)
    .flatMap(line => {
      const words = line.trim().split(/ +/);
      const letters = words.slice(0, 2 * readers.length);
      if (letters.some(letter => letter.length !== 1) || words.length === letters.length)
        throw new Error(`${file}: not ${2 * readers.length} letters and then names: ${line}`);
      const half = (from: number) => Object.fromEntries(readers.map((reader, at) => [reader, letters[from + at]!]));
      const halves = { before: half(0), after: half(readers.length) } as Line['letters'];
      return namesOf(words.slice(letters.length).join(' ')).map(name => ({ name, letters: halves }));
    });
}

/** `Type: field field` */
export const fieldLines = (): Line[] =>
  linesOf('./fields.txt', names => {
    const [type, fields = ''] = names.split(': ');
    return fields.split(' ').map(field => `${type}.${field}`);
  });

/** `text; text` */
export const textLines = (): Line[] => linesOf('./texts.txt', names => names.split('; '));
