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
  if (result['__typename'] === 'Receipt') return 'Y';
  const { kind, code } = result as { kind: string; code: string };
  if (kind === 'DENIED') return denied[code] ?? `DENIED ${code}`;
  if (kind === 'NOT_FOUND') return 'N';
  if (kind === 'INVALID') return 'I';
  if (kind === 'CONFLICT') return code === 'already-given' ? 'G' : `CONFLICT ${code}`;
  return code === 'wrong-state' ? 'W' : 'B';
}

export function letterOfError(status: number, code: string): string {
  if (status === 401 && code === 'UNAUTHENTICATED') return 'A';
  if (status === 403 && code === 'TOKEN_READS_ONLY') return 'R';
  return `${status} ${code}`;
}
