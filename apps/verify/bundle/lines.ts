// A file of lines in pieces: whole lines only, UTF-8 that is UTF-8, and a newline at the very end.

const newline = 0x0a;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Longer than any line of ours: what goes on for longer is not read into memory. */
const longest = 64 * 1024 * 1024;

/** Undefined stands for a line that is not text, is too long or has no end; nothing comes after it. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string[] | undefined> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    const read = rest.length === 0 ? Buffer.from(piece) : Buffer.concat([rest, piece]);
    const end = read.lastIndexOf(newline);
    rest = end < 0 ? read : Buffer.from(read.subarray(end + 1));
    if (rest.length > longest) return void (yield undefined);
    const text = end < 0 ? '' : decoded(read.subarray(0, end));
    if (text === undefined) return void (yield undefined);
    if (end >= 0) yield text.split('\n');
  }
  if (rest.length > 0) yield undefined;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
