// How many SQL statements one request sends: counted by the server (pg_stat_statements), one client at a time, BEGIN and COMMIT
// included. A pass of its own after the measured one, so that the counting costs the measured one nothing.
import { withDatabase } from './database.mjs';

export const settingsForCounting = [
  `shared_preload_libraries = 'pg_stat_statements'`,
  `pg_stat_statements.track = 'top'`,
  `pg_stat_statements.track_utility = on`,
];

const mine = `select coalesce(sum(s.calls), 0)::integer as calls from pg_stat_statements s
  join pg_roles r on r.oid = s.userid where r.rolname = $1 and s.query not like '%pg_stat_statements%'`;

const apiRole = 'assent_application';

/** Answers, for each job, statements per request of its first player over `times` requests. */
export const countStatements = (url, jobs, times) =>
  withDatabase(url, async client => {
    await client.query('create extension if not exists pg_stat_statements');
    const counts = new Map();
    for (const { name, players } of jobs) counts.set(name, await countOne(client, name, players[0], times));
    return counts;
  });

async function countOne(client, name, { once }, times) {
  await once();
  await client.query('select pg_stat_statements_reset()');
  for (let count = 0; count < times; count += 1) await once();
  const { rows } = await client.query(mine, [name.endsWith('api') ? apiRole : 'postgres']);
  return rows[0].calls / times;
}
