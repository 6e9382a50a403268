// The tasks of whoever is here, and how many there are of each group on all pages.
import { graphql, type ResultOf } from '../gql/graphql.js';

export const myWorkQuery = graphql(`
  query MyWork($after: String) {
    myWork(first: 50, after: $after) {
      totalCount
      counts {
        overdue
        thisWeek
        later
        waitingOnOthers
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          kind
          group
          subject
          why
          dueOn
          workingDaysLeft
          waitsFor {
            id
            displayName
            organisation {
              name
            }
          }
          proposal {
            id
            reference
            title
            state
            tier
            revision
            decision {
              outcome
              reasons
              by {
                id
                displayName
              }
            }
          }
        }
      }
    }
  }
`);

export type MyWork = ResultOf<typeof myWorkQuery>['myWork'];
export type Task = MyWork['edges'][number]['node'];
