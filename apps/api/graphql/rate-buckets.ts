// Everybody's buckets of one kind, by key. Whoever is silent long enough for a full bucket is forgotten, so memory stays bounded.
import { type Bucket, fullBucket, type Rate, secondsToFull, takeFrom, waitFor } from './rate-bucket.js';

/** Buckets at most; beyond it whoever was silent longest is forgotten early. Some 10 MB. */
const MOST = 100_000;

/** Milliseconds for which whoever asks now and then is remembered, at least. */
const MEMORY = 600_000;

export class RateBuckets {
  /** In order of the last use, the longest silent first. */
  private readonly buckets = new Map<string, Bucket>();
  private readonly memory: number;

  constructor(
    private readonly rate: Rate,
    private readonly most = MOST,
  ) {
    this.memory = Math.max(MEMORY, secondsToFull(rate) * 1000);
  }

  get size(): number {
    return this.buckets.size;
  }

  /** Whether this key was in use lately. */
  has(key: string): boolean {
    return this.buckets.has(key);
  }

  forget(key: string): void {
    this.buckets.delete(key);
  }

  /** Seconds to wait; 0 for whoever is admitted. */
  waitFor(key: string, at: number): number {
    const bucket = this.buckets.get(key);
    return bucket ? waitFor(this.rate, bucket, at) : 0;
  }

  /** Takes the cost off; a negative one puts it back. */
  take(key: string, cost: number, at: number): void {
    const bucket = takeFrom(this.rate, this.buckets.get(key) ?? fullBucket(this.rate, at), cost, at);
    this.buckets.delete(key);
    this.buckets.set(key, bucket);
    this.forgetTheSilent(at);
  }

  private forgetTheSilent(at: number): void {
    for (const [key, bucket] of this.buckets) {
      if (this.buckets.size <= this.most && at - bucket.at < this.memory) return;
      this.buckets.delete(key);
    }
  }
}
