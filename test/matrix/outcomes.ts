// From an answer over HTTP to the letter of a cell. README.md says what each letter means.
import type { Row } from '../harness/index.js';
import type { Answer } from './door.js';

const denied: Record<string, string> = {
  'not-permitted': 'D',
  'separation-of-duties': 'S',
  'conflict-of-interest': 'K',
};

/** Of a mutation. What is none of the letters is told as it came. */
export function letterOf({ status, body }: Answer, operation: string): string {
  if (body.errors) return letterOfError(status, body.errors[0]!.extensions.code);
  const result = body.data?.[operation] as Row;
  if (result['__typename'] !== 'Problem') return 'Y';
  const { kind, code } = result as { kind: string; code: string };
  if (kind === 'DENIED') return denied[code] ?? `DENIED ${code}`;
  if (kind === 'NOT_FOUND') return 'N';
  if (kind === 'INVALID') return 'I';
  if (kind === 'CONFLICT') return ['already-given', 'already-taken'].includes(code) ? 'G' : `CONFLICT ${code}`;
  return code === 'wrong-state' ? 'W' : 'B';
}

/** Of a query; what a reader may not see is nothing, also where a query has no null to say so. */
export function readerLetterOf({ status, body }: Answer, seen: (data: Row) => string): string {
  if (!body.errors) return seen(body.data!);
  const { message, extensions } = body.errors[0]!;
  return status === 400 && message.startsWith('There is nothing here that you can read.')
    ? '-'
    : letterOfError(status, extensions.code);
}

function letterOfError(status: number, code: string): string {
  if (status === 401 && code === 'UNAUTHENTICATED') return 'A';
  if (status === 403 && code === 'TOKEN_READS_ONLY') return 'R';
  return `${status} ${code}`;
}
