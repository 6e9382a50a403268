// Who is signed in: asked for with the first page, before any screen.
import { graphql } from '../gql/graphql.js';

export const viewerQuery = graphql(`
  query Viewer {
    viewer {
      roles
      person {
        id
        displayName
        organisation {
          id
          name
          kind
        }
      }
    }
  }
`);
