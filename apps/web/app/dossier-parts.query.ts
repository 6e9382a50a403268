// What screens ask of a dossier: whoever is involved reads the shared parts, and whoever works on it the whole.
import { graphql } from '../gql/graphql.js';

/** Nothing here is kept from a partner. */
export const sharedParts = graphql(`
  fragment SharedParts on Dossier {
    summary
    purposes {
      id
      statement
      benefit
      authority
      excludedUses
    }
    dataItems {
      id
      name
      about
      identifiability
      sensitivity
      necessity
      purposeIds
    }
    recipients {
      id
      name
      kind
      country
    }
    alternatives {
      id
      description
      rung
      note
      whyNot
      proposedBy
      proposedByPartner
    }
  }
`);

export const dossierParts = graphql(
  `
    fragment DossierParts on Dossier {
      ...SharedParts
      facts
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
      retention
      transferRoute
      answers {
        questionId
        value
        gap
        evidence
      }
    }
  `,
  [sharedParts],
);
