// Signs that nobody sees and that can make a text read as something else: bidirectional controls, zero-width signs, control codes.
// They are shown as marks where people’s words are shown. Joiners within scripts that need them, and in emoji, stay as they are.

export interface Piece {
  text: string;
  /** Of a hidden sign: its code point, such as U+202E. */
  sign?: string;
}

// Controls but tab and line ends; soft hyphen; Arabic letter mark; zero-width space, LRM and RLM; separators; embeddings and
// overrides; word joiner to isolates; byte order mark; interlinear annotations; tag characters.
const hidden = new RegExp(
  '[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u00AD\\u061C\\u200B\\u200E\\u200F' +
    '\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB]|[\\u{E0000}-\\u{E007F}]',
  'gu',
);

/** The text in pieces, in order; a hidden sign is a piece of its own, whose `text` is the sign itself. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: sign, index } of text.matchAll(hidden)) {
    if (index > from) pieces.push({ text: text.slice(from, index) });
    pieces.push({ text: sign, sign: codeOf(sign) });
    from = index + sign.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

const codeOf = (sign: string): string => `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
