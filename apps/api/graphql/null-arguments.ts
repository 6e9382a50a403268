// What graphql-js finds wrong with variables and gives no code: a null in a place that takes none, found only when the field runs,
// and more errors than it goes on counting. Both are the client's, not ours.
import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';

export const nullArguments: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors }) {
        for (const error of errors.filter(isOfVariables)) {
          Object.assign(error.extensions, { code: 'BAD_USER_INPUT', http: { status: 400 } });
        }
      },
    };
  },
};

const UNCODED = /^Argument "\w+" |^Too many errors processing variables/;

/** Only graphql-js throws a GraphQLError of this wording without a code; an Error out of a resolver is no GraphQLError. */
function isOfVariables(error: GraphQLError): boolean {
  const cause = unwrapResolverError(error);
  return cause instanceof GraphQLError && cause.extensions.code === undefined && UNCODED.test(cause.message);
}
