// A period in counts.
import { graphql, type ResultOf } from '../gql/graphql.js';

export const reportsQuery = graphql(`
  query Reports($from: DateTime!, $to: DateTime!, $organisationId: ID) {
    organisations {
      id
      name
    }
    reports(from: $from, to: $to, organisationId: $organisationId) {
      decisions {
        outcome
        tier
        organisation {
          id
          name
        }
        month
        count
      }
      timeInState {
        state
        tier
        p50Seconds
        p90Seconds
        count
      }
      staleSignOffs {
        signOff
        cause
        count
      }
      concerns {
        disposition
        severity
        count
      }
    }
  }
`);

export type Report = ResultOf<typeof reportsQuery>['reports'];
