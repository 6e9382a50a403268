// Where a text names people: “@Aroha Ngata” as she was mentioned, and all between as it is.

export interface NamedPiece {
  text: string;
  isName: boolean;
}

/** `@` and a name, as it stands in a comment. */
const nameMark = (name: string): string => `@${name}`;

/** The pieces joined are the text. Of two names, one of which begins the other, the longer counts. */
export function piecesNaming(text: string, names: readonly string[]): NamedPiece[] {
  const marks = names.map(nameMark).toSorted((one, other) => other.length - one.length);
  const pieces: NamedPiece[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const mark = text[at] === '@' ? marks.find(each => text.startsWith(each, at)) : undefined;
    if (mark) {
      pieces.push({ text: plain, isName: false }, { text: mark, isName: true });
      plain = '';
    } else plain += text[at];
    at += mark?.length ?? 1;
  }
  return [...pieces, { text: plain, isName: false }].filter(piece => piece.text !== '');
}

/** Of those who were picked, the ones whom the text still names. */
export const stillNamed = <T extends { name: string }>(body: string, picked: readonly T[]): T[] => {
  const pieces = piecesNaming(
    body,
    picked.map(({ name }) => name),
  );
  return picked.filter(({ name }) => pieces.some(({ text, isName }) => isName && text === nameMark(name)));
};

const begun = /(?<![\p{L}\p{N}._-])@[\p{L}\p{M}’'-]*$/u;

/** Where the name begins that is being written before the caret, with its `@`; -1 for none. An `@` within a word, as in an address, begins none. */
export const nameBegun = (text: string, caret: number): number => text.slice(0, caret).search(begun);

/** Was an `@` that begins a name just written before the caret? */
export const beginsName = (before: string, now: string, caret: number): boolean =>
  now.length === before.length + 1 && nameBegun(now, caret) === caret - 1;

/** The text with a name at this place, in the stead of what was begun of one, and where the caret is then. */
export function withName(text: string, caret: number, name: string): { text: string; caret: number } {
  const begins = nameBegun(text, caret);
  const from = begins < 0 ? caret : begins;
  const [head, tail] = [text.slice(0, from), text.slice(caret)];
  const gap = from === caret && head !== '' && !/\s$/.test(head) ? ' ' : '';
  const after = /^\s/.test(tail) ? '' : ' ';
  const begin = head + gap + nameMark(name) + after;
  return { text: begin + tail, caret: begin.length + (after === '' ? 1 : 0) };
}
