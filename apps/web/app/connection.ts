// Whether the api can be reached, as the requests of the app find out. Nobody is told of a connection that was never lost.
import { watched } from './watched.js';

export type Connection = 'there' | 'lost' | 'back';

export const connection = watched<Connection>('there');

/** What a request found out: it was answered, or nobody could be reached. */
export function noteReach(isReached: boolean): void {
  if (!isReached) connection.set('lost');
  else if (connection.get() === 'lost') connection.set('back');
}

/** `fetch` that tells how it went. An answer of any status is an answer. */
export const watchedFetch: typeof fetch = async (...request) => {
  try {
    const answer = await fetch(...request);
    noteReach(true);
    return answer;
  } catch (error) {
    // Somebody who leaves a screen ends its requests: that says nothing about the connection.
    if (!(error instanceof DOMException && error.name === 'AbortError')) noteReach(false);
    throw error;
  }
};
