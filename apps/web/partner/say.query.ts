// What a partner is asked about and has said, and the acts by which they say it. Nothing is asked for here that a partner may not read.
import { sharedParts } from '../app/dossier-parts.query.js';
import { problemFields } from '../app/problem.js';
import { commentParts } from '../comment/comment.query.js';
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
        comments {
          ...CommentParts
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
  [sharedParts, commentParts],
);

/** All that the partner may read of what was said against it, page by page. */
export const saidConcernsQuery = graphql(`
  query SaidConcerns($id: ID!, $after: String) {
    proposal(id: $id) {
      id
      concerns(first: 100, after: $after) {
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
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

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
export type SaidConcern = NonNullable<
  ResultOf<typeof saidConcernsQuery>['proposal']
>['concerns']['edges'][number]['node'];

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
