// Why a command did nothing: what the api refused, or that no answer came. Screens show it beside the control: `ProblemNote`.
import { graphql, type Of } from '../gql/graphql.js';
import { correlationOf, isUnauthenticated, isUnreachable, wantsFreshSignIn, type Failure } from './faults.js';
import { appWords } from './words.js';

/** Goes into every mutation: `… on Receipt { … } ...ProblemFields`. */
export const problemFields = graphql(`
  fragment ProblemFields on Problem {
    kind
    code
    message
    path
    blockers {
      code
      message
      subject
    }
  }
`);

export interface Blocker {
  code: string;
  message: string;
  subject: string | null;
}

export interface Problem {
  /** UNREACHABLE: no answer came; run the same act again, which happens once. SIGNED_OUT: sign in first. SHOW_AGAIN: so, anew. FAULT: ours. */
  kind: Of<'ProblemKind'> | 'UNREACHABLE' | 'SIGNED_OUT' | 'SHOW_AGAIN' | 'FAULT';
  code: string;
  message: string;
  path: readonly string[] | null;
  blockers: readonly Blocker[];
}

const ours = (kind: Problem['kind'], message: string): Problem => ({
  ...{ kind, code: kind.toLowerCase(), message },
  ...{ path: null, blockers: [] },
});

/** What to say of an answer that holds no data. */
export function problemOf(failure: Failure): Problem {
  if (isUnauthenticated(failure)) return ours('SIGNED_OUT', `${appWords.sessionEnded} ${appWords.signedOut}`);
  if (wantsFreshSignIn(failure)) return ours('SHOW_AGAIN', appWords.showAgain);
  if (isUnreachable(failure)) return ours('UNREACHABLE', appWords.unreachable);
  return ours('FAULT', appWords.fault(correlationOf(failure)));
}
