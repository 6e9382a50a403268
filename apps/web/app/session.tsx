// Who is here: the person, their roles, and what the navigation may offer them. What they may really do, the api decides.
import { createContext, use, useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { useQuery } from 'urql';
import type { ResultOf } from '../gql/graphql.js';
import type { Role } from '../words/roles.js';
import { openedFor } from './fetch-options.js';
import { Loaded } from './loaded.js';
import { SignInPage } from './pages.js';
import { cameFromSignIn, goToSignIn } from './sign-in.js';
import { signedOut } from './signed-out.js';
import { viewerQuery } from './viewer.query.js';

export interface Session {
  person: ResultOf<typeof viewerQuery>['viewer']['person'];
  roles: readonly Role[];
  has: (...roles: Role[]) => boolean;
}

const SessionContext = createContext<Session | undefined>(undefined);

/** Only below SignedIn, which all screens but the sign-in are. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession is called outside of SignedIn.');
  return session;
}

/** Shows its children to somebody who is signed in. Everybody else goes to the sign-in, and comes back to this address. */
export function SignedIn({ children }: { children: ReactNode }) {
  const isOut = useSyncExternalStore(signedOut.watch, signedOut.get);
  const [query] = useQuery({ query: viewerQuery, requestPolicy: 'cache-first' });
  const known = query.data?.viewer.person.id;
  const isKnown = known !== undefined;
  const isStranger = isOut && !isKnown;
  useEffect(() => {
    if (isStranger) goToSignIn();
    if (known === undefined) return;
    cameFromSignIn();
    openedFor(known);
  }, [isStranger, known]);
  if (isStranger) return <SignInPage />;
  return (
    <Loaded query={query} isScreen>
      {({ viewer }) => {
        const roles = viewer.roles as Role[];
        const has = (...wanted: Role[]) => wanted.some(role => roles.includes(role));
        return <SessionContext value={{ person: viewer.person, roles, has }}>{children}</SessionContext>;
      }}
    </Loaded>
  );
}
