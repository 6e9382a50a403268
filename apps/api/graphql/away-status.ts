// An answer without the database is no answer: the status says so to whoever stands in between, and to a page that asks again by itself.
import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { isAway } from '#store';
import { AWAY } from './refusals.js';

export const awayStatus: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ errors = [], response }) {
        if (errors.some(error => isAway(unwrapResolverError(error)))) response.http.status = AWAY.status;
      },
    };
  },
};
