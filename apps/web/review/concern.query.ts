// The concerns about a proposal, what happened to one of them, and what can be done with it.
import { problemFields } from '../app/problem.js';
import { graphql, type ResultOf } from '../gql/graphql.js';
import { assignableParts, holdingParts } from '../holding/holding.query.js';
import { concernParts } from './review-parts.query.js';

export const concernsQuery = graphql(
  `
    query Concerns($id: ID!) {
      proposal(id: $id) {
        id
        version
        state
        availableCommands {
          command
          allowed
          blockers {
            code
            message
            subject
          }
        }
        holdings {
          ...HoldingParts
        }
        myTasks {
          id
          ...AssignableParts
        }
        questions {
          signOff
          question {
            id
            title
          }
        }
        dossier {
          purposes {
            id
            statement
          }
          dataItems {
            id
            name
          }
          recipients {
            id
            name
          }
          risks {
            id
            title
          }
          alternatives {
            id
            description
            rung
            note
            whyNot
            proposedBy
            proposedByPartner
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
  [assignableParts, holdingParts],
);

export const concernPageQuery = graphql(
  `
    query ConcernPage($id: ID!, $after: String) {
      proposal(id: $id) {
        id
        concerns(first: 100, after: $after) {
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              ...ConcernParts
            }
          }
        }
      }
    }
  `,
  [concernParts],
);

/** What happened to the concerns of a proposal, oldest first; of which one, the payload says. */
export const concernHistoryQuery = graphql(`
  query ConcernHistory($proposalId: ID!) {
    decisionHistory(
      filter: { proposalId: $proposalId, types: ["ConcernRaised", "ConcernAnswered", "ConcernSettled"] }
      first: 100
      order: OLDEST_FIRST
    ) {
      edges {
        node {
          id
          type
          at
          role
          payload
          actor {
            displayName
            organisation {
              name
            }
          }
        }
      }
    }
  }
`);

export type Concern = NonNullable<ResultOf<typeof concernPageQuery>['proposal']>['concerns']['edges'][number]['node'];
export type ConcernsOf = NonNullable<ResultOf<typeof concernsQuery>['proposal']>;
export type ConcernEntry = ResultOf<typeof concernHistoryQuery>['decisionHistory']['edges'][number]['node'];

export const raiseConcern = graphql(
  `
    mutation RaiseConcern($input: RaiseConcernInput!) {
      raiseConcern(input: $input) {
        __typename
        ... on Receipt {
          proposal {
            id
            version
            state
            concerns(first: 1) {
              totalCount
              edges {
                node {
                  id
                }
              }
            }
          }
          entries {
            id
          }
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);

export const answerConcern = graphql(
  `
    mutation AnswerConcern($input: AnswerConcernInput!) {
      answerConcern(input: $input) {
        __typename
        ... on Receipt {
          proposal {
            id
            version
            state
          }
          entries {
            id
          }
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);

export const settleConcern = graphql(
  `
    mutation SettleConcern($input: SettleConcernInput!) {
      settleConcern(input: $input) {
        __typename
        ... on Receipt {
          proposal {
            id
            version
            state
          }
          entries {
            id
          }
        }
        ...ProblemFields
      }
    }
  `,
  [problemFields],
);
