// The database server: new enough, and set so that what is committed stays.
import { serverVersion } from '../backup/dump.js';
import { ok, problem, warning, type Finding } from './finding.js';
import type { PatientWithDatabase } from './patient.js';

const oldest = 15;

export async function checkVersion({ client }: PatientWithDatabase): Promise<Finding[]> {
  const version = await serverVersion(client);
  if (Number.parseInt(version, 10) >= oldest) return [ok('PostgreSQL', version)];
  return [
    problem('PostgreSQL', `${version} is older than ${oldest}.`, `Move the database to PostgreSQL ${oldest} or newer.`),
  ];
}

/** What a crash must not undo, and what each setting would cost. */
const durable: Record<string, string> = {
  fsync: 'a crash of the machine may destroy the database',
  synchronous_commit: 'a crash may undo what was acknowledged',
  full_page_writes: 'a crash may leave torn pages',
};

export async function checkSettings({ client }: PatientWithDatabase): Promise<Finding[]> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    'select name, setting from pg_settings where name = any ($1) order by name',
    [Object.keys(durable)],
  );
  const off = rows.filter(({ setting }) => setting === 'off');
  if (off.length === 0) return [ok('Durability', rows.map(({ name, setting }) => `${name} ${setting}`).join(', '))];
  return off.map(({ name }) =>
    problem(
      `Durability`,
      `${name} is off: ${durable[name]}`,
      `Set ${name} = on in postgresql.conf and restart the server.`,
    ),
  );
}

export async function checkEncoding({ client }: PatientWithDatabase): Promise<Finding[]> {
  const { rows } = await client.query<{ encoding: string }>(
    'select pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()',
  );
  const encoding = rows[0]?.encoding ?? 'unknown';
  if (encoding === 'UTF8') return [ok('Encoding', encoding)];
  const remedy = `Make a database with encoding 'UTF8', and bring the data there: te reo Māori needs it.`;
  return [problem('Encoding', `${encoding} and not UTF8`, remedy)];
}

const noticeable = 2_000;
const harmful = 60_000;

/** Times of entries come from Node, “now” in queries from the server: a token's or a role's end is where the two meet. */
export async function checkClock({ client }: PatientWithDatabase): Promise<Finding[]> {
  const before = Date.now();
  const { rows } = await client.query<{ now: Date; zone: string }>(
    `select clock_timestamp() as now, (select reset_val from pg_settings where name = 'TimeZone') as zone`,
  );
  const after = Date.now();
  const there = rows[0]?.now.getTime() ?? 0;
  // Somewhere between asking and hearing; only what is outside of that is a difference.
  const difference = Math.max(0, before - there, there - after);
  const says =
    difference < noticeable ? 'as the server’s' : `${Math.round(difference / 1000)} s apart from the server’s`;
  const remedy = 'Keep both machines’ clocks by NTP.';
  if (difference >= harmful) return [problem('Clock', says, remedy)];
  return [difference >= noticeable ? warning('Clock', says, remedy) : ok('Clock', `${says}; sessions run in UTC`)];
}
