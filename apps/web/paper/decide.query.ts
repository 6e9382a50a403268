// What an approver decides on, and the decision.
import { problemFields } from '../app/problem.js';
import { graphql, type ResultOf } from '../gql/graphql.js';
import type { Concern } from '../review/concern.query.js';
import { conditionParts, signOffParts } from '../review/review-parts.query.js';

export const decideQuery = graphql(
  `
    query Decide($id: ID!) {
      catalogue {
        facts {
          key
          title
        }
      }
      proposal(id: $id) {
        id
        version
        revision
        state
        tier
        availableCommands {
          command
          allowed
          blockers {
            code
            message
            subject
          }
        }
        progress {
          edges {
            event
            from
            to
            possible
            blockers {
              code
              message
              subject
            }
          }
        }
        signOffs {
          ...SignOffParts
        }
        conditions {
          ...ConditionParts
        }
        questions {
          standing
          question {
            id
            title
            prompt
          }
        }
        dossier {
          summary
          purposes {
            id
            statement
            benefit
          }
          dataItems {
            id
            name
          }
          recipients {
            id
            name
          }
          alternatives {
            id
            description
            rung
            whyNot
            proposedBy
            proposedByPartner
          }
          risks {
            id
            title
            likelihood
            consequence
            mitigation
            owner
            residualLikelihood
            residualConsequence
          }
        }
        decision {
          outcome
          at
          reasons
          onRevision
          by {
            displayName
          }
        }
      }
    }
  `,
  [signOffParts, conditionParts],
);

/** With all concerns about it, not only the first of them. */
export type Decided = NonNullable<ResultOf<typeof decideQuery>['proposal']> & { concerns: readonly Concern[] };

export const recordDecision = graphql(
  `
    mutation RecordDecision($input: RecordDecisionInput!) {
      recordDecision(input: $input) {
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
