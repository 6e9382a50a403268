// A new proposal: what it can be copied from, the record of an urgent disclosure, and the two commands.
import { problemFields } from '../app/problem.js';
import { graphql } from '../gql/graphql.js';

export const copyQuery = graphql(`
  query ProposalsToCopy($text: String) {
    proposals(filter: { text: $text }, first: 8, sort: UPDATED) {
      edges {
        node {
          id
          reference
          title
        }
      }
    }
  }
`);

export const urgentQuery = graphql(`
  query UrgentRecord {
    catalogue {
      digest
      urgentRecord
    }
  }
`);

export const draftProposal = graphql(
  `
    mutation DraftProposal($input: DraftProposalInput!) {
      draftProposal(input: $input) {
        __typename
        ... on Receipt {
          proposal {
            id
            reference
          }
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);

export const recordUrgentDisclosure = graphql(
  `
    mutation RecordUrgentDisclosure($input: RecordUrgentDisclosureInput!) {
      recordUrgentDisclosure(input: $input) {
        __typename
        ... on Receipt {
          proposal {
            id
            reference
          }
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);
