// What the submission shows: what would be submitted, what was submitted last, the sign-offs, what is in the way.
import { problemFields } from '../app/problem.js';
import { graphql, type ResultOf } from '../gql/graphql.js';
import { dossierFields } from './dossier.query.js';

/** Also when it was submitted last, and who could take it over. */
export const submitQuery = graphql(
  `
    query SubmitDossier($id: ID!, $organisationId: ID!) {
      proposal(id: $id) {
        ...DossierFields
        dueOn
        author {
          id
        }
        signOffs {
          key
          title
          status
          finding
          onRevision
          staleBecause
          by {
            displayName
          }
        }
        checks {
          ruleId
          place
          message
          remedy
        }
        questions {
          question {
            id
            title
          }
        }
        availableCommands {
          command
          allowed
          blockers {
            code
            message
            subject
          }
        }
      }
      decisionHistory(filter: { proposalId: $id, types: ["ProposalSubmitted"] }, order: NEWEST_FIRST, first: 1) {
        edges {
          node {
            id
            revision
            at
          }
        }
      }
      people(organisationId: $organisationId, first: 100) {
        edges {
          node {
            id
            displayName
          }
        }
      }
      catalogue {
        facts {
          key
          title
        }
      }
    }
  `,
  [dossierFields],
);

export type Submitting = NonNullable<ResultOf<typeof submitQuery>['proposal']>;

export const submittedQuery = graphql(
  `
    query SubmittedDossier($id: ID!, $revision: Int!) {
      proposal(id: $id) {
        id
        atRevision(revision: $revision) {
          ...DossierFields
        }
      }
    }
  `,
  [dossierFields],
);

export const submitProposal = graphql(
  `
    mutation SubmitProposal($input: SubmitProposalInput!) {
      submitProposal(input: $input) {
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

export const withdrawProposal = graphql(
  `
    mutation WithdrawProposal($input: WithdrawProposalInput!) {
      withdrawProposal(input: $input) {
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

export const handOverProposal = graphql(
  `
    mutation HandOverProposal($input: HandOverProposalInput!) {
      handOverProposal(input: $input) {
        __typename
        ... on Receipt {
          proposal {
            id
            version
            author {
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
