// “Connection lost” and “back again”, in a line under the header.
import { useEffect, useSyncExternalStore } from 'react';
import classes from './connection-note.module.css';
import { connection, type Connection } from './connection.js';
import { appWords } from './words.js';

/** How long the good news stays. */
const GOOD_NEWS_MS = 6_000;

const sentences: Record<Connection, string> = {
  there: '',
  lost: appWords.connectionLost,
  back: appWords.connectionBack,
};

export function ConnectionNote() {
  const state = useSyncExternalStore(connection.watch, connection.get);
  useEffect(() => {
    if (state !== 'back') return;
    const timer = setTimeout(() => connection.set('there'), GOOD_NEWS_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <div role="status" className={classes.note} data-state={state}>
      {sentences[state]}
    </div>
  );
}
