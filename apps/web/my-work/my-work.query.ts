// The tasks of whoever is here, and how many there are of each group on all pages.
import { assignableParts } from '../holding/holding.query.js';
import { graphql, type ResultOf } from '../gql/graphql.js';

export const myWorkQuery = graphql(
  `
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
            ...AssignableParts
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
      myMentions {
        comment {
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
        proposal {
          id
          reference
          title
        }
      }
    }
  `,
  [assignableParts],
);

export type Mention = ResultOf<typeof myWorkQuery>['myMentions'][number];
export type MyWork = ResultOf<typeof myWorkQuery>['myWork'];
export type Task = MyWork['edges'][number]['node'];
