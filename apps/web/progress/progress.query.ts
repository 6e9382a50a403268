// What the page “where is it” asks for, in one question.
import { assignableParts, holdingParts } from '../holding/holding.query.js';
import { graphql, type ResultOf } from '../gql/graphql.js';
import type { Concern } from '../review/concern.query.js';

export const progressQuery = graphql(
  `
    query Progress($id: ID!) {
      proposal(id: $id) {
        id
        version
        state
        tier
        dueOn
        createdAt
        leadOrganisation {
          id
          name
        }
        author {
          id
          displayName
        }
        partners {
          id
          name
        }
        progress {
          elapsedWorkingDays
          pausedWorkingDays
          targetWorkingDays
          nodes {
            state
            title
            column
            row
            status
            since
            elapsedWorkingDays
          }
          edges {
            from
            to
            event
            title
            possible
            blockers {
              code
              message
              subject
            }
          }
        }
        availableCommands {
          command
          allowed
        }
        myTasks {
          id
          kind
          group
          why
          dueOn
          workingDaysLeft
          subject
          ...AssignableParts
          waitsFor {
            id
            displayName
          }
        }
        holdings {
          kind
          ...HoldingParts
        }
        signOffs {
          key
          title
          status
          finding
          at
          onRevision
          staleBecause
          requiredRoles
          by {
            id
            displayName
          }
          whoMay {
            id
            displayName
          }
        }
        conditions {
          id
          statement
          owner
          dueAt
          precedent
          evidence
          metAt
        }
        dossier {
          risks {
            id
            title
            likelihood
            consequence
            residualLikelihood
            residualConsequence
          }
        }
        decision {
          at
          outcome
          reasons
          onRevision
          by {
            id
            displayName
          }
        }
      }
      catalogue {
        riskLibrary {
          scale {
            likelihood {
              value
              label
            }
            consequence {
              value
              label
            }
            bands {
              label
              from
              to
            }
          }
        }
      }
      decisionHistory(filter: { proposalId: $id }, first: 8, order: NEWEST_FIRST) {
        edges {
          node {
            id
            type
            at
            revision
            role
            payload
            actor {
              id
              displayName
            }
          }
        }
      }
    }
  `,
  [assignableParts, holdingParts],
);

/** With all concerns about it, not only the first of them. */
export type Seen = NonNullable<ResultOf<typeof progressQuery>['proposal']> & { concerns: readonly Concern[] };
export type SeenEntry = ResultOf<typeof progressQuery>['decisionHistory']['edges'][number]['node'];
export type ChartNode = Seen['progress']['nodes'][number];
export type ChartEdge = Seen['progress']['edges'][number];
