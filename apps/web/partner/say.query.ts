// What a partner is asked about and has said, and the acts by which they say it. Nothing is asked for here that a partner may not read.
import { sharedParts } from '../app/dossier-parts.query.js';
import { problemFields } from '../app/problem.js';
import { graphql, type ResultOf } from '../gql/graphql.js';

export const sayQuery = graphql(
  `
    query HaveYourSay($reference: String!) {
      proposalByReference(reference: $reference) {
        id
        reference
        title
        version
        state
        sayBy
        revision
        leadOrganisation {
          id
          name
        }
        partners {
          id
          name
        }
        dossier {
          ...SharedParts
        }
        concerns(first: 100) {
          totalCount
          edges {
            node {
              id
              statement
              severity
              status
              audience
              disposition
              response
              raisedAt
              onRevision
              raisedBy {
                id
                displayName
              }
              organisation {
                id
                name
              }
            }
          }
        }
        comments {
          id
          at
          body
          by {
            id
            displayName
            organisation {
              id
              name
            }
          }
        }
        decision {
          at
          outcome
          reasons
          wouldChangeIt
          overruled
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
    }
  `,
  [sharedParts],
);

/** What the person said here, as entries: for each there is a receipt. */
export const saidQuery = graphql(`
  query SaidByMe($id: ID!, $me: ID!) {
    decisionHistory(filter: { proposalId: $id, actorId: $me }, first: 100, order: NEWEST_FIRST) {
      edges {
        node {
          id
          type
          at
          revision
          payload
          acknowledgement
        }
      }
    }
  }
`);

export const receiptQuery = graphql(`
  query SaidReceipt($entryId: ID!) {
    receipt(entryId: $entryId) {
      fileName
      text
    }
  }
`);

export type Asked = NonNullable<ResultOf<typeof sayQuery>['proposalByReference']>;
export type SaidConcern = Asked['concerns']['edges'][number]['node'];

/** Of what a partner said: the entry, for its receipt, and how the proposal stands now. */
const saidFields = graphql(`
  fragment SaidFields on Receipt {
    entries {
      id
    }
    proposal {
      id
      version
    }
  }
`);

export const raiseConcern = graphql(
  `
    mutation SayConcern($input: RaiseConcernInput!) {
      raiseConcern(input: $input) {
        __typename
        ...SaidFields
        ... on Receipt {
          proposal {
            concerns(first: 1) {
              totalCount
            }
          }
        }
        ...ProblemFields
      }
    }
  `,
  [saidFields, problemFields],
);

export const proposeAlternative = graphql(
  `
    mutation SayAlternative($input: ProposeAlternativeInput!) {
      proposeAlternative(input: $input) {
        __typename
        ...SaidFields
        ...ProblemFields
      }
    }
  `,
  [saidFields, problemFields],
);

export const leaveComment = graphql(
  `
    mutation SayComment($input: CommentInput!) {
      comment(input: $input) {
        __typename
        ...SaidFields
        ...ProblemFields
      }
    }
  `,
  [saidFields, problemFields],
);

export const settleConcern = graphql(
  `
    mutation SaySettle($input: SettleConcernInput!) {
      settleConcern(input: $input) {
        __typename
        ...SaidFields
        ... on Receipt {
          proposal {
            concerns(first: 1) {
              totalCount
            }
          }
        }
        ...ProblemFields
      }
    }
  `,
  [saidFields, problemFields],
);
