// The concerns about a proposal that may be read, all of them: who decides on some has to see the others.
import { useAll } from '../app/use-all.js';
import type { ResultOf } from '../gql/graphql.js';
import { concernPageQuery } from './concern.query.js';

const noPage = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
const pageOf = ({ proposal }: ResultOf<typeof concernPageQuery>) => proposal?.concerns ?? noPage;

/** For `Loaded`. `hasMore` where there are more than anybody reads at once: said, never hidden. */
export const useConcerns = (proposalId: string) =>
  useAll({ query: concernPageQuery, variables: { id: proposalId }, pageOf, typename: 'Concern' });
