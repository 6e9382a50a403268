// What a review asks: the sign-offs, the questions with their answers, what was said, and two revisions to compare.
import { dossierParts } from '../app/dossier-parts.query.js';
import { commentParts } from '../comment/comment.query.js';
import { graphql, type ResultOf } from '../gql/graphql.js';
import { assignableParts, holdingParts } from '../holding/holding.query.js';
import { conditionParts, signOffParts } from './review-parts.query.js';

export const reviewQuery = graphql(
  `
    query Review($id: ID!) {
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
        title
        myLastReview
        dueOn
        revisions {
          revision
          at
          changedPaths
          isSubmitted
          by {
            displayName
          }
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
        signOffs {
          ...SignOffParts
        }
        holdings {
          ...HoldingParts
        }
        myTasks {
          id
          ...AssignableParts
        }
        conditions {
          ...ConditionParts
        }
        questions {
          signOff
          standing
          question {
            id
            title
            prompt
            blocking
            answerType
            conditionable
            redFlags
            goodAnswer
            poorAnswer
          }
        }
        comments {
          ...CommentParts
          onRevision
          aboutPlaces {
            place
            quote
            isPlaceGone
          }
        }
        dossier {
          ...DossierParts
        }
      }
    }
  `,
  [signOffParts, conditionParts, dossierParts, commentParts, assignableParts, holdingParts],
);

export const revisionsQuery = graphql(
  `
    query TwoRevisions($id: ID!, $since: Int!, $until: Int!) {
      proposal(id: $id) {
        id
        before: atRevision(revision: $since) {
          revision
          title
          dossier {
            ...DossierParts
          }
        }
        after: atRevision(revision: $until) {
          revision
          title
          dossier {
            ...DossierParts
          }
        }
      }
    }
  `,
  [dossierParts],
);

export type Reviewed = NonNullable<ResultOf<typeof reviewQuery>['proposal']>;
export type SignOff = Reviewed['signOffs'][number];
export type Asked = Reviewed['questions'][number];
export type Comment = Reviewed['comments'][number];
export type Condition = Reviewed['conditions'][number];
