// What the screens of a review and of a decision ask in common: concerns, sign-offs, conditions.
import { graphql } from '../gql/graphql.js';

export const concernParts = graphql(`
  fragment ConcernParts on Concern {
    id
    severity
    status
    statement
    audience
    raisedAt
    onRevision
    response
    disposition
    raisedBy {
      id
      displayName
      organisation {
        id
        name
      }
    }
    organisation {
      id
      name
      kind
    }
    aboutPlaces {
      place
      quote
      isPlaceGone
    }
  }
`);

export const signOffParts = graphql(`
  fragment SignOffParts on SignOff {
    key
    title
    status
    finding
    rationale
    checklist {
      version
      answered
      total
      answers {
        questionId
        answer
        note
      }
    }
    onRevision
    at
    by {
      id
      displayName
    }
    requiredRoles
    staleBecause
    whoMay {
      id
      displayName
    }
    whyNot {
      code
      message
      subject
    }
    blockers {
      code
      message
      subject
    }
    history {
      status
      at
      onRevision
      finding
      staleBecause
      by {
        id
        displayName
      }
    }
  }
`);

export const conditionParts = graphql(`
  fragment ConditionParts on Condition {
    id
    statement
    precedent
    owner
    dueAt
    about
    evidence
    metAt
  }
`);
