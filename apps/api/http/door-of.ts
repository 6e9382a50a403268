// What the configuration says of the door: how much is let through, and which proxies are believed.
import type { Configuration } from '#configuration';
import { rateOf } from '../graphql/rate-limits.js';
import type { HttpAppOptions } from './http-app.js';

type Door = Pick<HttpAppOptions, 'rates' | 'trustedProxies'>;

export const doorOf = (configuration: Configuration<'api'>): Door => ({
  rates: {
    person: rateOf(configuration.RATE_PER_PERSON),
    token: rateOf(configuration.RATE_PER_TOKEN),
    address: rateOf(configuration.RATE_PER_ADDRESS),
  },
  trustedProxies: configuration.TRUST_PROXY,
});
