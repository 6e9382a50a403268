// Loaded into an api by a negative control, over a record_command that writes no outbox: the rows follow after the commit.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const late = 100;
const { query } = pg.Client.prototype;
const recorded = new WeakMap();

pg.Client.prototype.query = function (...asked) {
  const [what] = asked;
  if (what?.name === 'record-command') recorded.set(this, JSON.parse(what.values.find(isWriteUp)).entries);
  const answer = query.apply(this, asked);
  if (what !== 'COMMIT' || !recorded.has(this)) return answer;
  const ids = recorded.get(this).map(({ id }) => id);
  recorded.delete(this);
  return answer.then(async done => {
    await sleep(late);
    await query.call(this, 'insert into outbox (entry_id) select unnest($1::uuid[])', [ids]);
    return done;
  });
};

const isWriteUp = value => typeof value === 'string' && value.startsWith('{');
