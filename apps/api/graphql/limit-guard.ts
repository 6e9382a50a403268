// Refuses an operation that is larger than the limits allow, before anything of it runs.
// Only the operation that would run is measured: a document may hold others, of any size and kind.
import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode } from 'graphql';
import { LIMITS } from './limits.js';
import { type Fragments, measure, rootFields } from './measure.js';
import { refusal } from './refusals.js';

export const limitGuard: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation }) {
        if (operation) holdToLimits(operation, fragmentsOf(document));
      },
    };
  },
};

/** Throws a GraphQLError (HTTP 400) that names the limit and the remedy; does nothing to an operation within all limits. */
export function holdToLimits(operation: OperationDefinitionNode, fragments: Fragments): void {
  if (operation.operation === 'subscription') {
    throw refusal('SUBSCRIPTIONS_NOT_SERVED', 'Subscriptions are not served here; ask again with a query.');
  }
  const size = measure(operation, fragments);
  if (size.depth > LIMITS.depth || size.introspectionDepth > LIMITS.introspectionDepth) {
    throw refusal(
      'QUERY_TOO_DEEP',
      `A query may be ${LIMITS.depth} levels deep; fetch the deeper part by its id in a query of its own.`,
    );
  }
  if (size.aliases > LIMITS.aliases) {
    throw refusal(
      'TOO_MANY_ALIASES',
      `A query may use ${LIMITS.aliases} aliases; spread the rest over further requests.`,
    );
  }
  if (size.directives > LIMITS.directives) {
    throw refusal('TOO_MANY_DIRECTIVES', `A query may use ${LIMITS.directives} directives; leave out fields instead.`);
  }
  if (operation.operation === 'mutation' && rootFields(operation, fragments).size > LIMITS.mutations) {
    throw refusal('TOO_MANY_MUTATIONS', 'A request may hold one mutation; send the others in requests of their own.');
  }
}

function fragmentsOf(document: DocumentNode): Fragments {
  const fragments = document.definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return new Map(fragments.map(fragment => [fragment.name.value, fragment]));
}
