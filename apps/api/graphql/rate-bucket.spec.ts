import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Bucket, fullBucket, LONGEST_DEBT, type Rate, secondsToFull, takeFrom, waitFor } from './rate-bucket.js';

const rates = fc.record({ perSecond: fc.integer({ min: 1, max: 1_000 }), burst: fc.integer({ min: 1, max: 10_000 }) });
const asks = fc.array(fc.record({ after: fc.nat(5_000), share: fc.double({ min: 0, max: 1, noNaN: true }) }), {
  maxLength: 60,
});

interface Served {
  bucket: Bucket;
  at: number;
  paid: number[];
}

/** Asks one after the other, each after its pause; whoever has to wait goes away. No cost is beyond the longest debt. */
function serve(rate: Rate, asked: { after: number; share: number }[]): Served {
  const begin: Served = { bucket: fullBucket(rate, 0), at: 0, paid: [] };
  return asked.reduce(({ bucket, at: before, paid }, { after, share }) => {
    const at = before + after;
    const cost = share * LONGEST_DEBT * rate.perSecond;
    if (waitFor(rate, bucket, at) > 0) return { bucket, at, paid };
    return { bucket: takeFrom(rate, bucket, cost, at), at, paid: [...paid, cost] };
  }, begin);
}

describe('A budget', () => {
  it('lets through no more than its burst and what came back, but for the last one', () => {
    fc.assert(
      fc.property(rates, asks, (rate, asked) => {
        const { at, paid } = serve(rate, asked);
        const beforeTheLast = paid.slice(0, -1).reduce((sum, cost) => sum + cost, 0);
        expect(beforeTheLast).toBeLessThanOrEqual(rate.burst + (at / 1000) * rate.perSecond + 1e-6);
      }),
    );
  });

  it('serves a first request whatever it costs', () => {
    fc.assert(fc.property(rates, fc.nat(), (rate, at) => expect(waitFor(rate, fullBucket(rate, at), at)).toBe(0)));
  });

  it('serves whoever waited as long as they were told, and nobody for longer than a minute and a unit', () => {
    fc.assert(
      fc.property(rates, fc.double({ min: 0, max: 1e30, noNaN: true }), (rate, cost) => {
        const bucket = takeFrom(rate, fullBucket(rate, 0), cost, 0);
        const seconds = waitFor(rate, bucket, 0);
        expect(waitFor(rate, bucket, Math.ceil(seconds * 1000))).toBe(0);
        expect(seconds).toBeLessThanOrEqual(LONGEST_DEBT + 1 / rate.perSecond);
      }),
    );
  });

  it('is never fuller than its burst, and full after a long silence', () => {
    fc.assert(
      fc.property(rates, asks, (rate, asked) => {
        const { bucket, at } = serve(rate, asked);
        const later = takeFrom(rate, bucket, -rate.burst, at + secondsToFull(rate) * 1000);
        expect(bucket.balance).toBeLessThanOrEqual(rate.burst);
        expect(later.balance).toBeCloseTo(rate.burst, 6);
      }),
    );
  });

  it('refills by the time that passed, in however many steps it is looked at', () => {
    const rate = { perSecond: 10, burst: 1_000 };
    const spent = takeFrom(rate, fullBucket(rate, 0), 1_000, 0);
    const steps = fc.array(fc.nat(1_000), { maxLength: 20 });
    fc.assert(
      fc.property(steps, pauses => {
        const end = pauses.reduce((sum, pause) => sum + pause, 0);
        let at = 0;
        const looked = pauses.reduce((bucket, pause) => takeFrom(rate, bucket, 0, (at += pause)), spent);
        expect(looked.balance).toBeCloseTo(takeFrom(rate, spent, 0, end).balance, 6);
      }),
    );
  });

  it('gives nothing for a clock that went back', () => {
    const rate = { perSecond: 10, burst: 10 };
    const bucket = takeFrom(rate, fullBucket(rate, 5_000), 10, 5_000);
    expect(takeFrom(rate, bucket, 0, 1_000)).toEqual({ balance: 0, at: 5_000 });
  });
});
