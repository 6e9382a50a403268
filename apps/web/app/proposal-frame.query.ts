// What stands above every screen of a proposal: asked for as soon as the address is known.
import { graphql } from '../gql/graphql.js';

export const frameQuery = graphql(`
  query ProposalFrame($reference: String!) {
    proposalByReference(reference: $reference) {
      id
      reference
      title
      state
      tier
      revision
      version
      author {
        id
      }
    }
  }
`);
