// Loaded into an api by a negative control: COMMIT is answered at once, and sent a little later. What the connection is asked
// meanwhile waits behind it, so that nobody else notices.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const late = 150;
const { query } = pg.Client.prototype;
const pending = new WeakMap();

pg.Client.prototype.query = function (...asked) {
  const before = pending.get(this);
  if (asked[0] === 'COMMIT') {
    pending.set(
      this,
      sleep(late)
        .then(() => query.call(this, 'COMMIT'))
        .catch(() => undefined),
    );
    return Promise.resolve({ command: 'COMMIT', rows: [], rowCount: null });
  }
  return before ? before.then(() => query.apply(this, asked)) : query.apply(this, asked);
};
