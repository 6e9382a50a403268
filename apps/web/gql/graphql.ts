// `graphql(…)`: a document whose result and variables are typed by schema.graphql. A document stands beside the screen that asks it.
import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './introspection.js';

export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { Date: string; DateTime: string; ID: string; JSON: unknown; UUID: string };
}>();

export type { FragmentOf, ResultOf, TadaDocumentNode, VariablesOf } from 'gql.tada';

type Named = Parameters<typeof graphql.scalar>[0];

/** An enumeration or an input of the API by its name: `Of<'ProposalState'>`. */
export type Of<Name extends Named> = ReturnType<typeof graphql.scalar<Name>>;
