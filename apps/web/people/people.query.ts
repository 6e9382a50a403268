// People, organisations, and who held which role on a day.
import { graphql, type ResultOf } from '../gql/graphql.js';

export const peopleQuery = graphql(`
  query People($organisationId: ID, $after: String) {
    people(organisationId: $organisationId, first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          displayName
          organisation {
            id
            name
          }
        }
      }
    }
  }
`);

export const rolesQuery = graphql(`
  query RolesHeld($filter: RoleHistoryFilter, $after: String) {
    roleHistory(filter: $filter, first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          role
          startsAt
          endsAt
          person {
            id
          }
          organisation {
            id
            name
          }
        }
      }
    }
  }
`);

export const organisationsOfDirectory = graphql(`
  query OrganisationsOfDirectory {
    organisations {
      id
      name
      kind
    }
  }
`);

export type ListedPerson = ResultOf<typeof peopleQuery>['people']['edges'][number]['node'];
export type HeldRole = ResultOf<typeof rolesQuery>['roleHistory']['edges'][number]['node'];
export type Organisation = ResultOf<typeof organisationsOfDirectory>['organisations'][number];
