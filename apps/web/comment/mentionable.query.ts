// Whom one may name in a comment.
import { graphql, type ResultOf } from '../gql/graphql.js';

export const mentionableQuery = graphql(`
  query Mentionable($proposalId: ID!, $audience: CommentAudience) {
    mentionable(proposalId: $proposalId, audience: $audience) {
      id
      displayName
      organisation {
        id
        name
      }
    }
  }
`);

export type Mentionable = ResultOf<typeof mentionableQuery>['mentionable'][number];
