// What is asked of every comment that is shown, and how one is written anew.
import { problemFields } from '../app/problem.js';
import { graphql, type ResultOf } from '../gql/graphql.js';

export const commentParts = graphql(`
  fragment CommentParts on Comment {
    id
    at
    body
    audience
    editedAt
    by {
      id
      displayName
      organisation {
        id
        name
      }
    }
    mentions {
      id
      displayName
    }
    versions {
      body
      at
    }
  }
`);

export type CommentShown = ResultOf<typeof commentParts>;

export const editComment = graphql(
  `
    mutation EditComment($input: EditCommentInput!) {
      editComment(input: $input) {
        __typename
        ... on Receipt {
          proposal {
            id
            version
            comments {
              ...CommentParts
            }
          }
        }
        ...ProblemFields
      }
    }
  `,
  [commentParts, problemFields],
);
