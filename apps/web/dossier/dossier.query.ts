// What the editor asks: the dossier with all that is said about its places, the questions, and what a change would do.
import { graphql, type ResultOf } from '../gql/graphql.js';
import { dossierParts } from '../app/dossier-parts.query.js';
import { problemFields } from '../app/problem.js';

export const dossierFields = graphql(
  `
    fragment DossierFields on Proposal {
      id
      version
      revision
      title
      state
      tier
      dossier {
        ...DossierParts
      }
    }
  `,
  [dossierParts],
);

export const aroundFields = graphql(`
  fragment AroundDossier on Proposal {
    id
    checks {
      ruleId
      place
      message
      remedy
    }
    concerns(first: 100) {
      edges {
        node {
          id
          about
          statement
          status
          raisedAt
          raisedBy {
            displayName
            organisation {
              name
            }
          }
        }
      }
    }
    comments {
      id
      about
      body
      at
      editedAt
      mentions {
        id
        displayName
      }
      by {
        displayName
        organisation {
          name
        }
      }
    }
    signOffs {
      key
      title
      status
      onRevision
      staleBecause
    }
    questions {
      standing
      signOff
      question {
        id
        title
        prompt
        help
        goodAnswer
        poorAnswer
        answerType
        options
        columns
        required
        blocking
        evidence
        redFlags
        unverified
        mapsTo {
          dpupElements {
            code
            title
            meaning
          }
          privacyPrinciples {
            code
            title
            meaning
          }
        }
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
  }
`);

export const dossierQuery = graphql(
  `
    query Dossier($id: ID!) {
      proposal(id: $id) {
        ...DossierFields
        ...AroundDossier
      }
      catalogue {
        facts {
          key
          title
          help
          type
          options
        }
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
              from
              to
              label
            }
          }
        }
      }
    }
  `,
  [dossierFields, aroundFields],
);

/** Asked after a save or a conflict: what stands there now, and who did what since. */
export const nowQuery = graphql(
  `
    query DossierNow($id: ID!) {
      proposal(id: $id) {
        ...DossierFields
        revisions {
          revision
          at
          changedPaths
          by {
            id
            displayName
          }
        }
      }
    }
  `,
  [dossierFields],
);

export const reviseProposal = graphql(
  `
    mutation Revise($input: ReviseProposalInput!) {
      reviseProposal(input: $input) {
        __typename
        ... on Receipt {
          replayed
          proposal {
            ...DossierFields
          }
        }
        ...ProblemFields
      }
    }
  `,
  [dossierFields, problemFields],
);

export const previewQuery = graphql(`
  query Preview($id: ID!, $dossier: DossierInput!) {
    previewRevision(proposalId: $id, dossier: $dossier) {
      becomesStale
      stays
      tier
      changedPaths
    }
  }
`);

export type DossierAnswer = ResultOf<typeof dossierQuery>;
export type ShownProposal = NonNullable<DossierAnswer['proposal']>;
export type AskedQuestion = ShownProposal['questions'][number];
export type CatalogueHere = DossierAnswer['catalogue'];
