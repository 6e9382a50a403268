import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RateBuckets } from './rate-buckets.js';
import { RateLimits } from './rate-limits.js';

const rate = { perSecond: 1, burst: 10 };
const ample = { perSecond: 100, burst: 10_000 };

function limitsAt(rates = { person: rate, token: ample, address: rate }) {
  const clock = { ms: 0 };
  return { clock, limits: new RateLimits(rates, () => clock.ms) };
}

describe('An account', () => {
  it('serves one expensive request, and the next after its debt', () => {
    const { clock, limits } = limitsAt();
    const ana = () => limits.accountOf('ana', 't1');
    const dear = ana();
    expect([dear.enter(), dear.settle(24)]).toEqual([0, 0]);
    expect(ana().enter()).toBe(16);
    clock.ms = 15_000;
    expect(ana().enter()).toBeGreaterThan(0);
    clock.ms = 16_000;
    expect(ana().enter()).toBe(0);
  });

  it('is not refused for its own price, in however many parts it comes', () => {
    const parts = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(parts, costs => {
        const account = limitsAt().limits.accountOf('ana', 't1');
        expect([account.enter(), ...costs.map(cost => account.settle(cost))].every(wait => wait === 0)).toBe(true);
      }),
    );
  });

  it('pays at the door for what never becomes an operation', () => {
    const { limits } = limitsAt();
    const waits = Array.from({ length: 12 }, () => limits.accountOf('ana', 't1').enter());
    expect(waits.filter(seconds => seconds === 0)).toHaveLength(10);
  });

  it('is asked again before it runs: many at the door at once do not all pass on one balance', () => {
    const { limits } = limitsAt();
    const three = [1, 2, 3].map(() => limits.accountOf('ana', 't1'));
    expect(three.map(account => account.enter())).toEqual([0, 0, 0]);
    expect(three.map(account => account.settle(50) > 0)).toEqual([false, true, true]);
  });

  it('is empty for a person whichever token is used, and for a token by itself', () => {
    const { limits } = limitsAt();
    limits.accountOf('ana', 't1').settle(50);
    expect(limits.accountOf('ana', 't2').enter()).toBeGreaterThan(0);
    expect(limits.accountOf('ben', 't3').enter()).toBe(0);
    const byToken = limitsAt({ person: ample, token: rate, address: rate }).limits;
    byToken.accountOf('ana', 't1').settle(50);
    expect(byToken.accountOf('ana', 't1').enter()).toBeGreaterThan(0);
    expect(byToken.accountOf('ana', 't2').enter()).toBe(0);
  });

  it('takes nothing where it refuses', () => {
    const { limits } = limitsAt();
    limits.accountOf('ana', 't1').settle(11);
    const [first, ...others] = Array.from({ length: 5 }, () => limits.accountOf('ana', 't1').enter());
    expect(others).toEqual(Array(4).fill(first));
  });

  it('has everything back where nothing was to be paid', () => {
    const { limits } = limitsAt();
    for (let count = 0; count < 50; count += 1) {
      const stranger = limits.accountOfAddress('192.0.2.1');
      expect(stranger.enter()).toBe(0);
      stranger.giveBack();
    }
  });
});

describe('Buckets', () => {
  it('are forgotten when nobody used them for long enough to be full again', () => {
    const buckets = new RateBuckets(rate);
    for (let key = 0; key < 1_000; key += 1) buckets.take(String(key), 1, key);
    expect(buckets.size).toBe(1_000);
    buckets.take('late', 1, 601_000);
    expect(buckets.size).toBe(1);
    expect(buckets.has('late')).toBe(true);
  });

  it('are never more than the most, and the longest silent goes first', () => {
    const buckets = new RateBuckets(rate, 3);
    for (const key of ['a', 'b', 'c', 'a', 'd']) buckets.take(key, 1, 0);
    expect(['a', 'b', 'c', 'd'].filter(key => buckets.has(key))).toEqual(['a', 'c', 'd']);
  });
});
