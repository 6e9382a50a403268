// Who may ask how much: each person and each token has a budget, and so has each address from which nobody is known yet.
// One process counts for itself. Nothing here knows whether a request came over HTTP or a WebSocket.
import { RateAccount } from './rate-account.js';
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
  accountOf(personId: string, token: string): RateAccount {
    return new RateAccount(
      [
        [this.people, personId],
        [this.tokens, token],
      ],
      this.now,
    );
  }

  /** Of a request by somebody who is not known, or not yet. */
  accountOfAddress(address: string): RateAccount {
    return new RateAccount([[this.addresses, address]], this.now);
  }

  /** Whether this token was good a while ago: then its requests are no guesses. */
  knowsToken(token: string): boolean {
    return this.tokens.has(token);
  }

  forgetToken(token: string): void {
    this.tokens.forget(token);
  }
}
