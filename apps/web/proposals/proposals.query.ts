// The list as it is, as it stood, and how much there is of each view.
import { graphql, type ResultOf } from '../gql/graphql.js';

const listed = graphql(`
  fragment ListedProposal on Proposal {
    id
    reference
    title
    state
    tier
    createdAt
    updatedAt
    leadOrganisation {
      id
      name
    }
    author {
      id
      displayName
    }
  }
`);

export const proposalsQuery = graphql(
  `
    query Proposals($filter: ProposalFilter, $sort: ProposalSort, $after: String) {
      proposals(filter: $filter, sort: $sort, first: 20, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...ListedProposal
            dueOn
          }
        }
      }
    }
  `,
  [listed],
);

export const portfolioQuery = graphql(
  `
    query Portfolio($at: DateTime!, $filter: PortfolioFilter, $after: String) {
      portfolioAsOf(at: $at, filter: $filter, first: 20, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...ListedProposal
          }
        }
      }
    }
  `,
  [listed],
);

/** One question for all of them. */
export const viewCountsQuery = graphql(`
  query ViewCounts {
    all: proposals(first: 1) {
      totalCount
    }
    awaiting: proposals(filter: { awaitingMe: true }, first: 1) {
      totalCount
    }
    mine: proposals(filter: { mine: true }, first: 1) {
      totalCount
    }
    inReview: proposals(filter: { states: [IN_REVIEW] }, first: 1) {
      totalCount
    }
    toDecide: proposals(filter: { states: [AWAITING_DECISION] }, first: 1) {
      totalCount
    }
    concern: proposals(filter: { hasOpenConcern: true }, first: 1) {
      totalCount
    }
  }
`);

/** Of a view that somebody saved. */
export const viewCountQuery = graphql(`
  query ViewCount($filter: ProposalFilter) {
    proposals(filter: $filter, first: 1) {
      totalCount
    }
  }
`);

export const organisationsQuery = graphql(`
  query Organisations {
    organisations {
      id
      name
      kind
    }
  }
`);

export type ListedProposal = ResultOf<typeof listed>;
export type Organisation = ResultOf<typeof organisationsQuery>['organisations'][number];
export type ViewCounts = ResultOf<typeof viewCountsQuery>;
