// One entry, whole. The fragment is what a list shows of it.
import { graphql, type FragmentOf, type ResultOf } from '../gql/graphql.js';

export const listedEntry = graphql(`
  fragment ListedEntry on LedgerEntry {
    id
    index
    type
    at
    role
    revision
    reference
    payload
    hash
    acknowledgement
    actor {
      id
      displayName
      organisation {
        id
        name
      }
    }
  }
`);

export type ListedEntry = FragmentOf<typeof listedEntry>;

export const entryQuery = graphql(
  `
    query Entry($id: ID!) {
      node(id: $id) {
        __typename
        ... on LedgerEntry {
          ...ListedEntry
          stream
          proposalId
          sequence
          commandId
          previousHash
          words {
            path
            isErased
            erasedBy
          }
        }
      }
    }
  `,
  [listedEntry],
);

type Found = NonNullable<ResultOf<typeof entryQuery>['node']>;

export type WholeEntry = Extract<Found, { __typename: 'LedgerEntry' }>;
