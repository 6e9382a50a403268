// Codes for the errors of graphql-js, which have none.
import { GraphQLError } from 'graphql';

export const coded = (error: Error, code: string): GraphQLError =>
  new GraphQLError(error.message, {
    ...(error instanceof GraphQLError ? { nodes: error.nodes, source: error.source, positions: error.positions } : {}),
    extensions: { code },
  });

/** Of the client's values: only graphql-js throws a GraphQLError without a code. */
export const isUncoded = (error: GraphQLError): boolean =>
  (error.originalError ?? error) instanceof GraphQLError && error.extensions['code'] === undefined;
