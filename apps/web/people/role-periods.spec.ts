import { describe, expect, it } from '@jest/globals';
import { isLastInForce, standingOf } from './role-periods.js';

const now = new Date('2026-11-24T00:00:00Z');
const role = (id: string, startsAt: string, endsAt: string | null = null) => ({ id, startsAt, endsAt });
const open = role('a', '2026-01-01T00:00:00Z');
const over = role('b', '2026-01-01T00:00:00Z', '2026-11-24T00:00:00Z');
const next = role('c', '2026-11-24T00:00:01Z');

describe('A role at a moment', () => {
  it('is in force from its beginning until just before its end', () => {
    expect([open, over, next].map(each => standingOf(each, now))).toEqual(['inForce', 'ended', 'toCome']);
    expect(standingOf(role('d', '2026-11-24T00:00:00Z'), now)).toBe('inForce');
  });

  it('that ended before it began is over', () =>
    expect(standingOf(role('e', '2026-12-01T00:00:00Z', '2026-11-01T00:00:00Z'), now)).toBe('ended'));

  it('is the last where no other is in force', () => {
    expect(isLastInForce(open, [open, over, next], now)).toBe(true);
    expect(isLastInForce(open, [open, role('f', '2026-02-01T00:00:00Z')], now)).toBe(false);
    expect(isLastInForce(over, [over], now)).toBe(false);
  });
});
