// Erasing words of an entry.
import { problemFields } from '../app/problem.js';
import { graphql } from '../gql/graphql.js';

export const eraseWords = graphql(
  `
    mutation EraseWords($input: EraseWordsInput!) {
      eraseWords(input: $input) {
        __typename
        ... on ErasureReceipt {
          entries {
            id
          }
          proposal {
            id
            version
          }
          advice
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);
