// Who has taken a piece of work, who might, and the command by which it is taken, given and given back.
import { problemFields } from '../app/problem.js';
import { graphql, type ResultOf } from '../gql/graphql.js';

export const holdingParts = graphql(`
  fragment HoldingParts on Holding {
    work
    since
    note
    person {
      id
      displayName
    }
    by {
      id
      displayName
    }
  }
`);
export type Holding = ResultOf<typeof holdingParts>;

/** What of a task says whether it may be taken, and who has. */
export const assignableParts = graphql(
  `
    fragment AssignableParts on Task {
      work
      isAssignable
      holder {
        ...HoldingParts
      }
    }
  `,
  [holdingParts],
);
export type Assignable = ResultOf<typeof assignableParts>;

/** Asked only when somebody is to be chosen. */
export const candidatesQuery = graphql(`
  query Candidates($id: ID!) {
    proposal(id: $id) {
      id
      myTasks {
        id
        work
        candidates {
          id
          displayName
        }
      }
    }
  }
`);

export const assignTask = graphql(
  `
    mutation AssignTask($input: AssignTaskInput!) {
      assignTask(input: $input) {
        __typename
        ... on Receipt {
          proposal {
            id
            version
            myTasks {
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

/** A piece of work on a page. */
export interface OfWork {
  task: Assignable;
  proposalId: string;
  reference: string;
  /** What it is, for whoever hears the buttons without the row around them. */
  what: string;
}
