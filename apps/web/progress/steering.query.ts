// What steers a review while it goes on: who is asked, how thorough it is, and which questions apply.
import { problemFields } from '../app/problem.js';
import { graphql } from '../gql/graphql.js';

export const organisationsToInvite = graphql(`
  query OrganisationsToInvite {
    organisations {
      id
      name
    }
  }
`);

export const questionsToMark = graphql(`
  query QuestionsToMark {
    catalogue {
      questions {
        id
        title
      }
    }
  }
`);

export const invitePartners = graphql(
  `
    mutation InvitePartners($input: InvitePartnersInput!) {
      invitePartners(input: $input) {
        __typename
        ... on Receipt {
          proposal {
            id
            version
            partners {
              id
              name
            }
          }
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);

export const raiseTier = graphql(
  `
    mutation RaiseTier($input: RaiseTierInput!) {
      raiseTier(input: $input) {
        __typename
        ... on Receipt {
          proposal {
            id
            version
            tier
            state
          }
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);

export const markRelevance = graphql(
  `
    mutation MarkRelevance($input: MarkRelevanceInput!) {
      markRelevance(input: $input) {
        __typename
        ... on Receipt {
          proposal {
            id
            version
            state
          }
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);
