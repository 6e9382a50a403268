// What a reviewer does: signs, takes a sign-off back, declares a conflict, comments.
import { problemFields } from '../app/problem.js';
import { graphql } from '../gql/graphql.js';

export const giveSignOff = graphql(
  `
    mutation GiveSignOff($input: GiveSignOffInput!) {
      giveSignOff(input: $input) {
        __typename
        ... on Receipt {
          proposal {
            id
            version
            state
            signOffs {
              key
              status
            }
          }
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);

export const withdrawSignOff = graphql(
  `
    mutation WithdrawSignOff($input: WithdrawSignOffInput!) {
      withdrawSignOff(input: $input) {
        __typename
        ... on Receipt {
          proposal {
            id
            version
            state
            signOffs {
              key
              status
            }
          }
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);

export const declareConflict = graphql(
  `
    mutation DeclareConflict($input: DeclareConflictInput!) {
      declareConflict(input: $input) {
        __typename
        ... on Receipt {
          proposal {
            id
            version
          }
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);

export const makeComment = graphql(
  `
    mutation MakeComment($input: CommentInput!) {
      comment(input: $input) {
        __typename
        ... on Receipt {
          proposal {
            id
            version
            comments {
              id
            }
          }
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);
