// An entry as its bytes say it, read strictly: the one way to write it, version 1, and no field more or less.
import { isUtf8 } from 'node:buffer';
import { fromBase64, parseLine, type EntryLine } from '#ledger';
import { CannotJudge, finding, type Finding, type Place } from '../finding.js';

export interface Entry {
  index: number;
  stream: string;
  sequence: number;
  /** Hex of the leaf hash of the entry before it in its stream. */
  previous: string | null;
  id: string;
  type: string;
  proposal?: string;
  by: { person: string; organisation: string; role: string };
  /** ISO 8601, UTC, to the millisecond. */
  at: string;
  command: string;
  version?: number;
  payload: Record<string, unknown>;
  bytes: Uint8Array;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const matches = (pattern: RegExp) => (value: unknown) => isText(value) && pattern.test(value);

const isHash = matches(/^[0-9a-f]{64}$/);
const isMoment = matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

const fields: Record<string, (value: unknown) => boolean> = {
  v: value => value === 1,
  stream: isText,
  sequence: value => isCount(value) && value > 0,
  previous: value => value === null || isHash(value),
  id: isText,
  type: isText,
  by: value => isObject(value) && ['organisation', 'person', 'role'].every(key => isText(value[key])),
  at: value => isMoment(value) && !Number.isNaN(Date.parse(value as string)),
  command: isText,
  nonce: matches(/^[0-9a-f]{32}$/),
  payload: isObject,
};
const optional: Record<string, (value: unknown) => boolean> = { proposal: isText, version: isCount };

/** Numbers that JSON carries and double precision does not. */
const hugeNumber = /[:[,](-?\d{17,})[,\]}]/;

/** An entry of the line that stands at `index`, or what is wrong with it. Throws a CannotJudge on a version to come. */
export function readEntry(line: string, index: number): Entry | Finding {
  const place: Place = { file: 'entries.jsonl', index };
  const parsed = parseLine(line);
  if (!parsed) return illFormed(line, place, 'The line');
  const { index: said, stream, sequence, bytes: encoded } = parsed as Partial<EntryLine>;
  const bytes = isText(encoded) ? fromBase64(encoded) : undefined;
  if (!bytes || !isCount(said) || !isText(stream) || !isCount(sequence) || Object.keys(parsed).length !== 4)
    return finding('not-canonical', place, 'The line has not the four fields that it ought to have.');
  const entry = readBytes(bytes, said, place.file);
  return 'kind' in entry ? entry : (contradiction(entry, { ...place, index: said, stream, sequence }) ?? entry);
}

/** Without looking at its form, for where that is somebody else's work. Undefined for what is no entry at all. */
export function parseEntry(line: string): Entry | undefined {
  try {
    const { index, bytes: encoded } = JSON.parse(line) as EntryLine;
    const bytes = Buffer.from(encoded, 'base64');
    const said = JSON.parse(bytes.toString('utf8')) as Omit<Entry, 'index' | 'bytes'>;
    return isObject(said.by) && isObject(said.payload) && isText(said.stream) && isText(said.at)
      ? { ...said, index, bytes }
      : undefined;
  } catch {
    return undefined;
  }
}

/** The entry that these bytes are. Throws a CannotJudge on a version to come. */
export function readBytes(bytes: Uint8Array, index: number, file: string): Entry | Finding {
  const place = { file, index };
  const text = Buffer.from(bytes).toString('utf8');
  const said = parseLine(text);
  if (!said || !isUtf8(bytes)) return illFormed(text, place, 'The entry');
  if (isCount(said['v']) && said['v'] !== 1)
    throw new CannotJudge(`Entry ${place.index} is of version ${said['v']}, which this release does not know.`);
  const odd = [
    ...Object.keys(fields).filter(key => !fields[key]!(said[key])),
    ...Object.keys(said).filter(
      key => !Object.hasOwn(fields, key) && !(Object.hasOwn(optional, key) && optional[key]!(said[key])),
    ),
  ];
  if (odd.length > 0)
    return finding('not-canonical', place, `The entry’s fields are not as they ought to be: ${odd.join(', ')}.`);
  const entry = { ...said, bytes, index } as unknown as Entry;
  return misplacement(entry, { ...place, stream: entry.stream, sequence: entry.sequence }) ?? entry;
}

const contradiction = ({ stream, sequence }: Entry, place: Required<Place>): Finding | undefined =>
  stream === place.stream && sequence === place.sequence
    ? undefined
    : finding('entry-misplaced', place, `The entry itself says that it is number ${sequence} of ${stream}.`);

function misplacement({ stream, sequence, previous, proposal }: Entry, place: Place): Finding | undefined {
  if (
    stream !== (proposal === undefined ? stream : `proposal:${proposal}`) ||
    (stream.startsWith('proposal:') && !proposal)
  )
    return finding('entry-misplaced', place, 'The entry names another proposal than its stream does.');
  if ((sequence === 1) !== (previous === null))
    return finding('entry-misplaced', place, 'Only the first entry of a stream has none before it.');
  return undefined;
}

function illFormed(text: string, place: Place, subject: string): Finding {
  return hugeNumber.test(text)
    ? finding('number-too-large', place, `${subject} holds a number beyond 2^53.`)
    : finding(
        'not-canonical',
        place,
        `${subject} is not written in the one way there is: UTF-8, sorted keys, none twice.`,
      );
}
