// Text in columns: wrapping by words, counting what people see as one character, so that ā is one wide.

/** The widest line that the player prints. */
export const lineWidth = 100;

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

const split = (text: string): string[] => Array.from(letters.segment(text), part => part.segment);

export const width = (text: string): number => split(text).length;

export const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)));

/** The text in lines of at most so many columns, broken between words. */
export function wrap(text: string, columns: number): string[] {
  const lines = [''];
  for (const word of text.split(/\s+/).flatMap(long => pieces(long, columns))) {
    const line = lines.at(-1)!;
    if (line === '') lines[lines.length - 1] = word;
    else if (width(line) + 1 + width(word) <= columns) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A word that is too long is cut where its parts meet (signOff:|proportionality), and anywhere only when it must be. */
function pieces(word: string, columns: number): string[] {
  if (width(word) <= columns) return [word];
  const start = split(word).slice(0, columns).join('');
  const parts = /^.+(?:[:._/-]|[a-z](?=[A-Z]))/u.exec(start)?.[0];
  const first = parts ?? start;
  return [first, ...pieces(word.slice(first.length), columns)];
}

/** A table with a heading; each cell is wrapped to its column, each row is as high as its highest cell. */
export function table(heading: string[], rows: string[][], widths: number[]): string[] {
  const rule = widths.map(columns => '─'.repeat(columns)).join('  ');
  return [...row(heading, widths), rule, ...rows.flatMap(cells => row(cells, widths))];
}

function row(cells: string[], widths: number[]): string[] {
  const wrapped = cells.map((cell, index) => wrap(cell, widths[index]!));
  const height = Math.max(...wrapped.map(lines => lines.length));
  return Array.from({ length: height }, (_, line) =>
    widths
      .map((columns, index) => pad(wrapped[index]?.[line] ?? '', columns))
      .join('  ')
      .trimEnd(),
  );
}
