// Bytes changed by chance, in the ways in which files are damaged and forged: a bit, a byte, the end, a line.

/** A whole number from 0 to `below`, without it. */
export type At = (below: number) => number;

const changes: ((bytes: Buffer, at: At) => Buffer)[] = [
  (bytes, at) => {
    const flipped = Buffer.from(bytes);
    flipped[at(bytes.length)]! ^= 1 << at(8);
    return flipped;
  },
  (bytes, at) => {
    const written = Buffer.from(bytes);
    written[at(bytes.length)] = at(256);
    return written;
  },
  (bytes, at) => {
    const place = at(bytes.length);
    return Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + 1)]);
  },
  (bytes, at) => {
    const place = at(bytes.length);
    return Buffer.concat([bytes.subarray(0, place), Buffer.from([at(256)]), bytes.subarray(place)]);
  },
  (bytes, at) => bytes.subarray(0, at(bytes.length)),
  (bytes, at) => onLines(bytes, lines => void lines.splice(at(lines.length), 1)),
  (bytes, at) => onLines(bytes, lines => void lines.splice(at(lines.length), 0, lines[at(lines.length)]!)),
  (bytes, at) =>
    onLines(bytes, lines => {
      const [one, other] = [at(lines.length), at(lines.length)];
      [lines[one], lines[other]] = [lines[other]!, lines[one]!];
    }),
];

/** One change of one kind; now and then it changes nothing. */
export const changed = (bytes: Buffer, at: At): Buffer => changes[at(changes.length)]!(bytes, at);

function onLines(bytes: Buffer, change: (lines: string[]) => void): Buffer {
  const lines = bytes.toString('latin1').split('\n');
  change(lines);
  return Buffer.from(lines.join('\n'), 'latin1');
}
