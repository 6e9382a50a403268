// What the configuration says of the door: how much is let through, and which proxies are believed, and where we are reached.
import type { Configuration } from '#configuration';
import { rateOf } from '../graphql/rate-limits.js';
import type { HttpAppOptions } from './http-app.js';

type Door = Pick<HttpAppOptions, 'rates' | 'sockets' | 'trustedProxies' | 'publicOrigin'>;

export const doorOf = (configuration: Configuration<'api'>): Door => ({
  rates: {
    person: rateOf(configuration.RATE_PER_PERSON),
    token: rateOf(configuration.RATE_PER_TOKEN),
    address: rateOf(configuration.RATE_PER_ADDRESS),
  },
  sockets: { perPerson: configuration.SOCKETS_PER_PERSON, perNetwork: configuration.SOCKETS_PER_NETWORK },
  trustedProxies: configuration.TRUST_PROXY,
  publicOrigin: configuration.PUBLIC_URL,
});
