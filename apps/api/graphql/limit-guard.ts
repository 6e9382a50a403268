// Refuses an operation that is larger than the limits allow, or one too many for whoever asks, before anything of it runs.
// Only the operation that would run is measured: a document may hold others, of any size and kind.
import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode } from 'graphql';
import { type Asked, costOf } from './cost.js';
import { LIMITS } from './limits.js';
import { type Fragments, measure, rootFields } from './measure.js';
import type { RateAccount } from './rate-account.js';
import { rateLimited, refusal } from './refusals.js';

export const limitGuard: ApolloServerPlugin<{ account: RateAccount }> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request, contextValue }) {
        if (!operation) return;
        if (operation.operation === 'subscription') throw notServedHere();
        const asked = { schema, operation, fragments: fragmentsOf(document), variables: request.variables ?? {} };
        admit(asked, contextValue.account);
      },
    };
  },
};

const notServedHere = () =>
  refusal(
    'SUBSCRIPTIONS_NOT_SERVED',
    'Subscriptions are served by WebSocket only, at the same address, by the protocol graphql-transport-ws.',
  );

/** Whatever carried the operation here, this lets it through or throws a GraphQLError; then its cost is paid. */
export function admit(asked: Asked, account: RateAccount): void {
  holdToLimits(asked.operation, asked.fragments);
  payFor(costOf(asked), account);
}

/** Throws RATE_LIMITED (HTTP 429) for whoever has nothing left. */
export function payFor(cost: number, account: RateAccount): void {
  const seconds = account.settle(cost);
  if (seconds > 0) throw rateLimited(seconds);
}

/** Throws a GraphQLError (HTTP 400) that names the limit and the remedy; does nothing to an operation within all limits. */
export function holdToLimits(operation: OperationDefinitionNode, fragments: Fragments): void {
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

export function fragmentsOf(document: DocumentNode): Fragments {
  const fragments = document.definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return new Map(fragments.map(fragment => [fragment.name.value, fragment]));
}
