// A null variable in a place that takes none. graphql-js finds it only when the field runs and gives it no code; it is the client's, not ours.
import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';

export const nullArguments: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors }) {
        for (const error of errors.filter(isNullArgument)) {
          Object.assign(error.extensions, { code: 'BAD_USER_INPUT', http: { status: 400 } });
        }
      },
    };
  },
};

/** Only graphql-js throws a GraphQLError of this wording without a code; an Error out of a resolver is no GraphQLError. */
function isNullArgument(error: GraphQLError): boolean {
  const cause = unwrapResolverError(error);
  return cause instanceof GraphQLError && cause.extensions.code === undefined && /^Argument "\w+" /.test(cause.message);
}
