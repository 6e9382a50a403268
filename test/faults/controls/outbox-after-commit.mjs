// Loaded into an api by a negative control, over a record_command that writes no outbox: the rows follow after the commit.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const late = 100;
const { query } = pg.Client.prototype;
/** By connection: the entries of the transaction that is open on it. */
const recorded = new WeakMap();

pg.Client.prototype.query = function (...asked) {
  const [what] = asked;
  if (what?.name === 'record-command') recorded.set(this, idsIn(what.values));
  const ids = recorded.get(this);
  if (what === 'COMMIT' || what === 'ROLLBACK') recorded.delete(this);
  const answer = query.apply(this, asked);
  return what === 'COMMIT' && ids ? answer.then(done => writeOutbox(this, ids).then(() => done)) : answer;
};

const idsIn = values => JSON.parse(values.find(isWriteUp)).entries.map(({ id }) => id);
const isWriteUp = value => typeof value === 'string' && value.startsWith('{');

async function writeOutbox(client, ids) {
  await sleep(late);
  await query.call(client, 'insert into outbox (entry_id) select unnest($1::uuid[])', [ids]);
}
