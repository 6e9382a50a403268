// What is in the database: somebody to look after it, a worker that keeps up, and a history that holds together.
import { inspectDirectory, spotCheckChains, spotCheckWords } from '#store';
import { count } from '../progress.js';
import { ok, problem, warning, type Finding } from './finding.js';
import type { PatientWithDatabase } from './patient.js';

const day = 24 * 60 * 60 * 1000;
const soon = 14;

/** Administrators now, and how long any of them can still change something. */
export async function checkAdministrators({ client, now }: PatientWithDatabase): Promise<Finding[]> {
  const { rows } = await client.query<{ person: string; until: Date | null }>(
    `select r.person_id as person, max(t.expires_at) as until from role_assignment r
     left join access_token t on t.person_id = r.person_id and t.revoked_at is null and t.expires_at > $1
       and 'write' = any (t.scopes)
     where r.role = 'administrator' and r.starts_at <= $1 and (r.ends_at is null or r.ends_at > $1) group by 1`,
    [now],
  );
  const remedy = 'npm run admin -- assign-role --person ID --role administrator';
  if (rows.length === 0)
    return [
      problem('Administrators', 'there is none', 'npm run admin -- bootstrap, on an empty directory; else a restore.'),
    ];
  const people =
    rows.length === 1
      ? warning('Administrators', 'there is just one', `Make somebody else one too: ${remedy}`)
      : ok('Administrators', `${rows.length}`);
  const last = Math.max(...rows.map(({ until }) => until?.getTime() ?? 0));
  return [people, tokens(last, now)];
}

function tokens(last: number, now: Date): Finding {
  const remedy = 'npm run admin -- issue-token --person ID --label TEXT';
  if (last === 0) return problem('Administrators’ tokens', 'none is valid: nobody can administer over the api', remedy);
  const until = new Date(last).toISOString();
  if (last - now.getTime() < soon * day)
    return warning('Administrators’ tokens', `the last one ends at ${until}`, remedy);
  return ok('Administrators’ tokens', `valid until ${until}`);
}

/** The demonstration's tokens open everything and lie in a file: not where real information is kept. */
export async function checkDemonstration({ client, installation, now }: PatientWithDatabase): Promise<Finding[]> {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::integer as n from access_token where label = 'Demonstration' and revoked_at is null and expires_at > $1`,
    [now],
  );
  const n = rows[0]?.n ?? 0;
  if (n === 0) return [ok('Demonstration', 'not loaded, or its tokens are revoked')];
  const isReal = installation.external !== undefined || installation.configuration.NODE_ENV === 'production';
  const says = `loaded: ${count(n, 'token')} of it valid`;
  const remedy =
    'Begin with an empty database and ASSENT_DEMO=0; until then revoke them: npm run admin -- revoke-token --token ID';
  return [isReal ? problem('Demonstration', says, remedy) : ok('Demonstration', says)];
}

const slow = 10;
const stuck = 60;

export async function checkOutbox({ client }: PatientWithDatabase): Promise<Finding[]> {
  const { rows } = await client.query<{ waiting: number; oldest: number }>(
    `select count(*)::integer as waiting,
       coalesce(extract(epoch from now() - min(enqueued_at)), 0)::double precision as oldest from outbox`,
  );
  const { waiting = 0, oldest = 0 } = rows[0] ?? {};
  if (waiting === 0) return [ok('Worker', 'every entry has its place')];
  const says = `${count(waiting, 'entry', 'entries')} waiting for their place, the first for ${Math.round(oldest)} s`;
  const remedy =
    'See whether the worker runs and what it logs. Nothing is lost by waiting; each entry says RECORDED until then.';
  if (oldest >= stuck) return [problem('Worker', says, remedy)];
  return [oldest >= slow ? warning('Worker', says, remedy) : ok('Worker', says)];
}

const unseen = 'this login does not see all of it';
const giveOwner = 'Give the owner’s address in MIGRATION_DATABASE_URL.';
const compare = 'Stop, keep this database as it is, and compare it with the last backup (docs/operating.md).';
const few = (lines: string[]): string => `${lines.slice(0, 3).join('; ')}${lines.length > 3 ? '; …' : ''}`;

export async function checkChains({ client, seesAll }: PatientWithDatabase): Promise<Finding[]> {
  if (!seesAll) return [warning('Ledger', unseen, giveOwner)];
  const { faults, streams, entries } = await spotCheckChains(client);
  const looked = `the last entries of ${count(streams, 'stream')} (${entries} in all)`;
  if (faults.length === 0) return [ok('Ledger', `${looked} follow from one another`)];
  const shown = faults.map(({ stream, sequence, what }) => `${stream} ${sequence}: ${what}`);
  return [problem('Ledger', `${faults.length} of ${looked} do not fit: ${few(shown)}`, compare)];
}

export async function checkWords({ client, seesAll }: PatientWithDatabase): Promise<Finding[]> {
  if (!seesAll) return [warning('Words', unseen, giveOwner)];
  const { faults, texts } = await spotCheckWords(client);
  if (faults.length === 0) return [ok('Words', `the last ${texts} are those that entries commit to`)];
  const shown = faults.map(({ stream, sequence, what }) => `${stream} ${sequence}: ${what}`);
  return [problem('Words', few(shown), compare)];
}

/** Roles and tokens that no entry made are somebody who let themselves in. */
export async function checkDirectory({ client, seesAll }: PatientWithDatabase): Promise<Finding[]> {
  if (!seesAll) return [warning('Directory', unseen, giveOwner)];
  const { rows, differing } = await inspectDirectory(client);
  if (differing.length === 0) return [ok('Directory', `each of ${count(rows, 'row')} is what its entries make of it`)];
  return [problem('Directory', `not what its entries make of it: ${few(differing)}`, compare)];
}
