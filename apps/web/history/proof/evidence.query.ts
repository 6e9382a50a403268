// What is asked for a check: always anew, never from the cache.
import { graphql } from '../../gql/graphql.js';

export const receiptQuery = graphql(`
  query Receipt($id: ID!) {
    receipt(entryId: $id) {
      fileName
      text
      words {
        path
        salt
        words
      }
    }
    checkpoint {
      size
      note
    }
    ledger {
      key
      statement
    }
    decisionHistory(filter: { stream: "ledger", types: ["SigningKeyRotated"] }, first: 100) {
      edges {
        node {
          payload
        }
      }
    }
  }
`);

export const entryProofQuery = graphql(`
  query EntryProof($id: ID!, $size: Int) {
    entryProof(entryId: $id, size: $size) {
      index
      proof
    }
  }
`);

export const consistencyQuery = graphql(`
  query Consistency($from: Int!, $to: Int!) {
    consistencyProof(from: $from, to: $to) {
      proof
    }
  }
`);
