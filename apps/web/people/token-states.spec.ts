import { describe, expect, it } from '@jest/globals';
import { daysIn, tokenState } from './token-states.js';

const now = new Date('2026-11-24T00:00:00Z');
const state = (expiresAt: string, revokedAt: string | null = null) => tokenState({ expiresAt, revokedAt }, now).word;

describe('A token', () => {
  it('is valid until its end, and revoked whatever its end', () => {
    expect(state('2026-11-24T00:00:01Z')).toBe('Valid');
    expect(state('2026-11-24T00:00:00Z')).toBe('Run out');
    expect(state('2026-11-25T00:00:00Z', '2026-11-20T00:00:00Z')).toBe('Revoked');
  });

  it.each([
    ['90', 90],
    [' 366 ', 366],
    ['0', undefined],
    ['367', undefined],
    ['1.5', undefined],
    ['1e2', undefined],
    ['', undefined],
  ])('lives %j days: %j', (written, days) => expect(daysIn(written)).toBe(days));
});
