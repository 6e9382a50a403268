// Whether a token opens anything at a moment, and what may be asked for a new one.
import type { State } from '../words/states.js';
import { accessWords } from './people.words.js';

interface Lasting {
  expiresAt: string;
  revokedAt: string | null;
}

export function tokenState({ expiresAt, revokedAt }: Lasting, now: Date): State {
  if (revokedAt !== null) return { tone: 'blocked', word: accessWords.revoked };
  return new Date(expiresAt) <= now
    ? { tone: 'plain', word: accessWords.expired }
    : { tone: 'settled', word: accessWords.valid };
}

/** Whole days that a token may live, or undefined for what is none. */
export function daysIn(written: string): number | undefined {
  const days = /^\d{1,3}$/.test(written.trim()) ? Number(written) : 0;
  return days >= 1 && days <= 366 ? days : undefined;
}
