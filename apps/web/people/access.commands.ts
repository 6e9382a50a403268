// What changes how somebody comes in.
import { graphql } from '../gql/graphql.js';
import { problemFields } from '../app/problem.js';

export const issueToken = graphql(
  `
    mutation IssueToken($input: IssueTokenInput!) {
      issueToken(input: $input) {
        __typename
        ... on DirectoryReceipt {
          secret
          accessToken {
            id
          }
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);

export const revokeToken = graphql(
  `
    mutation RevokeToken($input: RevokeTokenInput!) {
      revokeToken(input: $input) {
        __typename
        ... on DirectoryReceipt {
          accessToken {
            id
            revokedAt
          }
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);

export const linkIdentity = graphql(
  `
    mutation LinkIdentity($input: LinkIdentityInput!) {
      linkIdentity(input: $input) {
        __typename
        ... on DirectoryReceipt {
          identity {
            id
          }
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);

export const unlinkIdentity = graphql(
  `
    mutation UnlinkIdentity($input: UnlinkIdentityInput!) {
      unlinkIdentity(input: $input) {
        __typename
        ... on DirectoryReceipt {
          identity {
            id
            unlinkedAt
          }
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);

export const endSession = graphql(
  `
    mutation EndSession($input: EndSessionInput!) {
      endSession(input: $input) {
        __typename
        ... on SessionsEnded {
          ended
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);

export const endSessions = graphql(
  `
    mutation EndSessions($input: EndSessionsInput!) {
      endSessions(input: $input) {
        __typename
        ... on SessionsEnded {
          ended
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);
