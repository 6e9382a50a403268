// A budget that refills by the second, up to its burst. Whoever is above zero is admitted and may go into debt with it, so that no
// single request is refused for what it costs; whoever is not waits. Pure: the time is an argument, in milliseconds.

export interface Rate {
  /** Units that come back each second. */
  perSecond: number;
  /** Units that may be there at most, and are there at first. */
  burst: number;
}

export interface Bucket {
  /** Units; below zero it is a debt. */
  balance: number;
  /** When that was the balance. */
  at: number;
}

/** Nobody is shut out for longer by one request, in seconds: what it costs is an estimate, and errs upwards. */
export const LONGEST_DEBT = 60;

export const fullBucket = ({ burst }: Rate, at: number): Bucket => ({ balance: burst, at });

/** The bucket as it is at a later moment. A clock that went back refills nothing. */
export function refilled(rate: Rate, bucket: Bucket, at: number): Bucket {
  const seconds = Math.max(0, at - bucket.at) / 1000;
  const balance = Math.min(rate.burst, bucket.balance + seconds * rate.perSecond);
  return { balance, at: Math.max(at, bucket.at) };
}

/** Seconds until whoever it belongs to is admitted again; 0 while the balance is above zero. */
export function waitFor(rate: Rate, bucket: Bucket, at: number): number {
  const { balance } = refilled(rate, bucket, at);
  return balance > 0 ? 0 : (1 - balance) / rate.perSecond;
}

/** The bucket after `cost` units were taken off; a negative cost puts them back. */
export function takeFrom(rate: Rate, bucket: Bucket, cost: number, at: number): Bucket {
  const now = refilled(rate, bucket, at);
  const balance = Math.max(now.balance - cost, -LONGEST_DEBT * rate.perSecond);
  return { ...now, balance: Math.min(balance, rate.burst) };
}

/** Seconds of silence after which every bucket of this rate is full again. */
export const secondsToFull = ({ perSecond, burst }: Rate): number => burst / perSecond + LONGEST_DEBT;
