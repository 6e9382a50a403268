// Everything that a decision paper says, in one question.
import { dossierParts } from '../app/dossier-parts.query.js';
import { graphql, type ResultOf } from '../gql/graphql.js';
import type { Concern } from '../review/concern.query.js';

export const paperQuery = graphql(
  `
    query DecisionPaper($id: ID!) {
      proposal(id: $id) {
        id
        version
        reference
        title
        state
        tier
        revision
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
        workflow {
          key
          version
        }
        dossier {
          ...DossierParts
        }
        signOffs {
          key
          title
          status
          finding
          rationale
          checklist {
            answered
            total
            answers {
              questionId
              answer
            }
          }
          at
          onRevision
          staleBecause
          requiredRoles
          by {
            id
            displayName
          }
          history {
            entryId
            at
            status
            onRevision
            finding
            by {
              id
              displayName
            }
          }
        }
        conditions {
          id
          statement
          owner
          dueAt
          precedent
          metAt
        }
        decision {
          at
          outcome
          reasons
          wouldChangeIt
          overruled
          onRevision
          by {
            id
            displayName
            organisation {
              id
              name
            }
          }
        }
      }
      catalogue {
        facts {
          key
          title
          type
        }
        riskLibrary {
          scale {
            bands {
              label
              from
              to
            }
          }
        }
      }
      decisionHistory(filter: { proposalId: $id, types: ["DecisionRecorded"] }, first: 1, order: NEWEST_FIRST) {
        edges {
          node {
            id
            hash
            index
            at
            acknowledgement
          }
        }
      }
      checkpoint {
        origin
        size
        root
        signedAt
      }
    }
  `,
  [dossierParts],
);

export type PaperData = ResultOf<typeof paperQuery>;
/** With all concerns about it, as far as anybody reads them at once. */
export type Paper = NonNullable<PaperData['proposal']> & { concerns: readonly Concern[]; hasMoreConcerns: boolean };
