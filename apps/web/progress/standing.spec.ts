import { describe, expect, it } from '@jest/globals';
import { standingOf, type Standing } from './standing.js';

const said = (state: Standing['state'], more: Partial<Standing> = {}) =>
  standingOf({ state, blockers: [], conditions: [], isPartial: false, ...more });
const blockers = (...codes: string[]) => ({ blockers: codes.map(code => ({ code })) });

describe('Where a proposal stands, in a sentence', () => {
  it('counts what a draft lacks', () => {
    expect(said('DRAFTING', blockers('section-empty'))).toContain('1 thing is missing');
    expect(said('DRAFTING')).toContain('lacks nothing');
  });

  it('says what holds a review, each kind by itself', () => {
    expect(said('IN_REVIEW', blockers('sign-off-missing', 'sign-off-missing', 'sign-off-stale', 'concern-open'))).toBe(
      'It is in review: 2 sign-offs are to be given, 1 sign-off is to be given again and 1 concern is open before it can be decided.',
    );
  });

  it('claims nothing of what a partner is not told', () => {
    expect(said('IN_REVIEW', { isPartial: true })).not.toMatch(/\d/);
    expect(said('DRAFTING', { isPartial: true })).not.toContain('lacks nothing');
    expect(said('APPROVED_WITH_CONDITIONS', { isPartial: true })).not.toContain('all of them');
  });

  it('counts the conditions that are open', () => {
    const conditions = [{ metAt: null }, { metAt: '2026-11-22T00:00:00Z' }];
    expect(said('APPROVED_WITH_CONDITIONS', { conditions })).toContain('1 condition is not met yet');
    expect(said('APPROVED_WITH_CONDITIONS')).toContain('all of them are met');
  });

  it('has a sentence for every state', () => {
    for (const state of ['AWAITING_DECISION', 'CLOSED', 'URGENT_RECORDED', 'RETURNED'] as const)
      expect(said(state)).toMatch(/\.$/);
  });
});
