// Loaded into a worker by a negative control: what it takes from the outbox gets its places after the commit, by a transaction of its own.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const late = 100;
const { query } = pg.Client.prototype;

pg.Client.prototype.query = function (...asked) {
  const [what] = asked;
  return what?.name === 'sequence-batch' ? placeLater(this, what.values) : query.apply(this, asked);
};

const take = 'delete from outbox where id in (select id from outbox order by id limit $1) returning id::int, entry_id';
const place = `insert into ledger_position (index, entry_id)
  select (select coalesce(max(index) + 1, 0) from ledger_position) + nth - 1, entry_id
  from unnest($1::uuid[]) with ordinality as taken (entry_id, nth) returning index`;

async function placeLater(client, [size]) {
  const { rows } = await query.call(client, take, [size]);
  await query.call(client, 'COMMIT');
  await sleep(late);
  await query.call(client, 'BEGIN');
  return query.call(client, place, [rows.sort((a, b) => a.id - b.id).map(({ entry_id: id }) => id)]);
}
