// Who may ask how much: each person and each token has a budget, and so has each address from which nobody is known yet.
// One process counts for itself. Nothing here knows whether a request came over HTTP or a WebSocket.
import { REQUEST_PRICE } from './cost.js';
import type { Rate } from './rate-bucket.js';
import { RateBuckets } from './rate-buckets.js';

export interface Rates {
  person: Rate;
  token: Rate;
  address: Rate;
}

/** Of the configuration's `units a second:units at once`. */
export function rateOf(text: `${number}:${number}`): Rate {
  const [perSecond = 1, burst = 1] = text.split(':').map(Number);
  return { perSecond, burst };
}

/** Whoever pays for a request, once it is known who that is. */
export interface Account {
  /** At the door: pays for being there. Answers the seconds to wait, and takes nothing then; 0 when admitted. */
  enter(): number;
  /** Before an operation runs, after `enter`: pays its whole cost. Answers the seconds to wait, or 0 when admitted. */
  settle(cost: number): number;
}

type Purse = [buckets: RateBuckets, key: string];

export class RateLimits {
  private readonly people: RateBuckets;
  private readonly tokens: RateBuckets;
  private readonly addresses: RateBuckets;

  /** `now` in milliseconds, of a clock that only goes forward. */
  constructor(
    { person, token, address }: Rates,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.people = new RateBuckets(person);
    this.tokens = new RateBuckets(token);
    this.addresses = new RateBuckets(address);
  }

  /** Of a request whose token is known; `token` is a hash of it. From now on its address is not asked for it any more. */
  accountOf(personId: string, token: string): Account {
    return this.account([
      [this.people, personId],
      [this.tokens, token],
    ]);
  }

  /** Of a stranger. Its `settle` with 0 gives back what `enter` took: it was no stranger. */
  accountOfAddress(address: string): Account {
    return this.account([[this.addresses, address]]);
  }

  /** Whether this token was good a while ago: then its requests are no guesses. */
  knowsToken(token: string): boolean {
    return this.tokens.has(token);
  }

  forgetToken(token: string): void {
    this.tokens.forget(token);
  }

  private account(purses: Purse[]): Account {
    const pay = (cost: number, at: number): void => purses.forEach(([buckets, key]) => buckets.take(key, cost, at));
    const wait = (at: number): number => Math.max(...purses.map(([buckets, key]) => buckets.waitFor(key, at)));
    const enter = (): number => {
      const at = this.now();
      const seconds = wait(at);
      if (seconds === 0) pay(REQUEST_PRICE, at);
      return seconds;
    };
    const settle = (cost: number): number => {
      const at = this.now();
      pay(-REQUEST_PRICE, at);
      const seconds = wait(at);
      pay(seconds === 0 ? cost : REQUEST_PRICE, at);
      return seconds;
    };
    return { enter, settle };
  }
}
