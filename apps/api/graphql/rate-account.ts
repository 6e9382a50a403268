// Whoever pays for one request. It pays at the door, and again as it becomes known what is asked: each time all that was paid so far is
// counted as not paid yet, so that a request which got in is not refused for its own price.
import { REQUEST_PRICE } from './cost.js';
import type { RateBuckets } from './rate-buckets.js';

type Purse = [buckets: RateBuckets, key: string];

export class RateAccount {
  private paid = 0;

  /** All of the purses have to be above zero, and all of them pay. `now` in milliseconds. */
  constructor(
    private readonly purses: readonly Purse[],
    private readonly now: () => number,
  ) {}

  /** At the door, before anything is read. Answers the seconds to wait, and takes nothing then; 0 when admitted. */
  enter(): number {
    return this.settle(REQUEST_PRICE);
  }

  /** Before something is done for it: pays that too. Answers the seconds to wait, and takes nothing more then; 0 when admitted. */
  settle(cost: number): number {
    const { paid } = this;
    this.giveBack();
    const seconds = this.secondsToWait();
    this.pay(seconds === 0 ? paid + cost : paid);
    return seconds;
  }

  /** It was none of those that have to pay. */
  giveBack(): void {
    this.pay(-this.paid);
  }

  private pay(cost: number): void {
    const at = this.now();
    this.paid += cost;
    for (const [buckets, key] of this.purses) if (cost !== 0) buckets.take(key, cost, at);
  }

  private secondsToWait(): number {
    const at = this.now();
    return Math.max(...this.purses.map(([buckets, key]) => buckets.waitFor(key, at)));
  }
}
