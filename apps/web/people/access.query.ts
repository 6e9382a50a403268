// How somebody comes in: access tokens, identities, sessions.
import { graphql, type ResultOf } from '../gql/graphql.js';

export const tokensQuery = graphql(`
  query Tokens($personId: ID, $after: String) {
    accessTokens(personId: $personId, first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          label
          scopes
          createdAt
          expiresAt
          revokedAt
          issuedBy {
            id
            displayName
          }
        }
      }
    }
  }
`);

export const identitiesQuery = graphql(`
  query Identities($personId: ID, $after: String) {
    identities(personId: $personId, first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          issuer
          subject
          linkedAt
          unlinkedAt
        }
      }
    }
  }
`);

export const sessionsQuery = graphql(`
  query Sessions($personId: ID) {
    sessions(personId: $personId) {
      id
      startedAt
      authenticatedAt
      lastSeenAt
      expiresAt
      isCurrent
    }
  }
`);

export type Token = ResultOf<typeof tokensQuery>['accessTokens']['edges'][number]['node'];
export type Identity = ResultOf<typeof identitiesQuery>['identities']['edges'][number]['node'];
export type OpenSession = ResultOf<typeof sessionsQuery>['sessions'][number];
