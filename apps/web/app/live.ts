// Changes by others, as they happen: a WebSocket over which the api says which proposals changed. Nothing else comes that way; what is
// on the screen is asked for again. It opens for whoever is signed in and not for a page that is printed.
import { createClient } from 'graphql-ws';
import { graphql } from '../gql/graphql.js';
import { client } from './client.js';
import { isUnauthenticated } from './faults.js';
import { unattended } from './fetch-options.js';
import { askAgain } from './live-queries.js';
import { signedOut } from './signed-out.js';

const workChanged = 'subscription WorkChanged { workChanged { id version } }';
const viewerAgain = graphql(`
  query ViewerAgain {
    viewer {
      person {
        id
      }
    }
  }
`);

export interface Change {
  /** Null: much may have changed. */
  id: string | null;
  version: number | null;
}

/** Milliseconds in which changes gather before anything is asked for. */
const GATHER_MS = 400;
/** How long until the next try after an ending that graphql-ws takes for final. */
const AGAIN_MS = 15_000;
const LONGEST_MS = 30_000;

/** Who is not known any more: the session ended, or a role did. */
const UNKNOWN = 4401;

export const isPrinted = (): boolean => new URLSearchParams(location.search).has('print');

/** Follows all that changes, asks again for what is on the screen, and tells each change. Returns what ends it. */
export function followWork(onChange: (change: Change) => void): () => void {
  if (isPrinted()) return () => undefined;
  const gathering = gather();
  let [hasBegun, isEnded] = [false, false];
  let again: ReturnType<typeof setTimeout> | undefined;
  let stop: () => void = () => undefined;
  const take = (change: Change) => {
    // The first says that it begins: what is on the screen has only just been asked for.
    if (hasBegun || change.id !== null) gathering.add(change.id);
    hasBegun = true;
    onChange(change);
  };
  const begin = () => {
    stop = subscribe(take, code => void comeBack(code));
  };
  const comeBack = async (code: number | undefined) => {
    if (code === UNKNOWN && !(await isKnown())) await signedInAgain();
    if (!isEnded) again = setTimeout(begin, AGAIN_MS);
  };
  begin();
  return () => {
    isEnded = true;
    clearTimeout(again);
    gathering.end();
    stop();
  };
}

/** Asked over HTTP, where the app finds out by itself that nobody is signed in, and says so. Without an answer nobody knows. */
const isKnown = async (): Promise<boolean> => {
  const { error } = await client
    .query(viewerAgain, {}, { requestPolicy: 'network-only', fetchOptions: unattended })
    .toPromise();
  return !error || !isUnauthenticated(error);
};

/** In another window of this browser. */
const signedInAgain = (): Promise<void> =>
  new Promise(resolve => {
    const stop = signedOut.watch(() => {
      if (signedOut.get()) return;
      stop();
      resolve();
    });
  });

function subscribe(onChange: (change: Change) => void, onEnd: (code: number | undefined) => void): () => void {
  const socket = createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: tries => pause(Math.min(LONGEST_MS, 500 * 2 ** tries) * (0.5 + Math.random())),
  });
  const release = socket.subscribe<{ workChanged: Change }>(
    { query: workChanged },
    {
      next: ({ data }) => data && onChange(data.workChanged),
      error: error => onEnd((error as { code?: number } | undefined)?.code),
      complete: () => undefined,
    },
  );
  return () => {
    release();
    void socket.dispose();
  };
}

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

/** What changed within a moment is asked for at once; in a window that nobody sees, when it is seen again. */
function gather() {
  const ids = new Set<string | null>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    if (document.hidden || ids.size === 0) return;
    const named = [...ids].filter(id => id !== null);
    void askAgain(operation => client.reexecuteOperation(operation), ids.has(null) ? undefined : named);
    ids.clear();
  };
  const add = (id: string | null) => {
    ids.add(id);
    timer ??= setTimeout(flush, GATHER_MS);
  };
  document.addEventListener('visibilitychange', flush);
  const end = () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', flush);
  };
  return { add, end };
}
