// One person, and every role that they held, hold or will hold.
import { graphql, type ResultOf } from '../gql/graphql.js';
import type { Organisation } from './people.query.js';

export const personQuery = graphql(`
  query Person($id: ID!) {
    node(id: $id) {
      id
      ... on Person {
        displayName
        organisation {
          id
          name
          kind
        }
      }
    }
    roleHistory(filter: { personId: $id }, first: 100) {
      edges {
        node {
          id
          role
          startsAt
          endsAt
          organisation {
            id
            name
          }
        }
      }
    }
  }
`);

export type Assignment = ResultOf<typeof personQuery>['roleHistory']['edges'][number]['node'];

export interface Shown {
  id: string;
  displayName: string;
  organisation: Organisation;
}
