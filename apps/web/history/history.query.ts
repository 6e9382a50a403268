// The lists of the history, and how things stood on a day.
import { graphql } from '../gql/graphql.js';
import { listedEntry } from './entry.query.js';

export const historyQuery = graphql(
  `
    query History($filter: HistoryFilter, $order: HistoryOrder, $after: String) {
      decisionHistory(filter: $filter, order: $order, first: 50, after: $after) {
        edges {
          node {
            ...ListedEntry
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [listedEntry],
);

/** Who and which organisations there are to choose from. */
export const choicesQuery = graphql(`
  query HistoryChoices {
    organisations {
      id
      name
    }
    people(first: 100) {
      edges {
        node {
          id
          displayName
          organisation {
            id
            name
          }
        }
      }
    }
  }
`);

export const proposalIdQuery = graphql(`
  query ProposalId($reference: String!) {
    proposalByReference(reference: $reference) {
      id
    }
  }
`);

export const proposalAsOfQuery = graphql(`
  query ProposalAsOf($id: ID!, $at: DateTime!) {
    proposalAsOf(id: $id, at: $at) {
      id
      title
      state
      tier
      revision
      signOffs {
        key
        title
        status
        finding
      }
      concerns(first: 1) {
        totalCount
      }
      decision {
        outcome
        at
      }
    }
  }
`);

/** Page by page: how many of them were open then, nothing else counts. */
export const concernsAsOfQuery = graphql(`
  query ConcernsAsOf($id: ID!, $at: DateTime!, $after: String) {
    proposalAsOf(id: $id, at: $at) {
      id
      concerns(first: 100, after: $after) {
        edges {
          node {
            id
            status
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

export const portfolioQuery = graphql(`
  query PortfolioAsOf($at: DateTime!) {
    portfolioAsOf(at: $at, first: 50) {
      edges {
        node {
          id
          reference
          title
          state
          tier
          revision
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);
