// How the app asks the api: documents in a cache by type, network faults retried, an unknown person led to the sign-in.
import { cacheExchange, Client, fetchExchange, mapExchange } from '@urql/core';
import { retryExchange } from '@urql/exchange-retry';
import { watchedFetch } from './connection.js';
import { isPassing, isUnauthenticated } from './faults.js';
import { fetchOptions } from './fetch-options.js';
import { openQueries } from './live-queries.js';
import { signedOut } from './signed-out.js';

/** A command may be sent again: the api does the same commandId once. See command-ids.ts. */
const retry = retryExchange({
  initialDelayMs: 400,
  maxDelayMs: 8_000,
  randomDelay: true,
  maxNumberAttempts: 8,
  retryIf: error => isPassing(error),
});

const notice = mapExchange({
  onError: error => {
    if (isUnauthenticated(error)) signedOut.set(true);
  },
  // They have signed in again, in another window.
  onResult: ({ error }) => {
    if (!error) signedOut.set(false);
  },
});

export const client = new Client({
  url: '/graphql',
  exchanges: [openQueries, cacheExchange, notice, retry, fetchExchange],
  requestPolicy: 'cache-and-network',
  preferGetMethod: false,
  fetch: watchedFetch,
  fetchOptions,
});
