// The schema as the migrations made it: all of them, their extension, the triggers that keep the ledger, row-level security.
import { areMigrationsOfThisRelease, compareSchema, guardedTables, pendingMigrations } from '#store';
import { withStore } from '../installation.js';
import { ok, problem, warning, type Finding } from './finding.js';
import type { PatientWithDatabase } from './patient.js';

export const migrated = (url: string) =>
  async function checkMigrations({ client }: PatientWithDatabase): Promise<Finding[]> {
    const { pending, known } = await withStore(url, async dataSource => ({
      pending: await pendingMigrations(dataSource),
      known: new Set(dataSource.migrations.map(({ name }) => name)),
    }));
    const { rows } = await client.query<{ name: string }>('select name from migrations order by id');
    const ahead = rows.filter(({ name }) => !known.has(name));
    if (ahead.length > 0)
      return [problem('Migrations', `${ahead[0]?.name} is not known to this release`, 'Install the newer release.')];
    if (pending.length > 0)
      return [problem('Migrations', `${pending.length} to do: ${pending.join(', ')}`, 'Run npm run migrate.')];
    return [ok('Migrations', `all ${rows.length}, up to ${rows.at(-1)?.name}`)];
  };

export async function checkExtension({ client }: PatientWithDatabase): Promise<Finding[]> {
  const { rowCount } = await client.query(`select from pg_extension where extname = 'btree_gist'`);
  if (rowCount) return [ok('btree_gist', 'installed: separation of duties is held by constraints')];
  return [problem('btree_gist', 'not there', 'create extension btree_gist, and look into who removed it.')];
}

const kept = ['ledger_entry', 'ledger_position'];
const keepers = ['append_only', 'no_truncate'];

export async function checkTriggers({ client }: PatientWithDatabase): Promise<Finding[]> {
  const { rows } = await client.query<{ trigger: string }>(
    `select tgrelid::regclass || '.' || tgname as trigger from pg_trigger
     where not tgisinternal and tgenabled in ('O', 'A') and tgrelid::regclass::text = any ($1)`,
    [kept],
  );
  const found = new Set(rows.map(({ trigger }) => trigger));
  const gone = kept.flatMap(table => keepers.map(name => `${table}.${name}`)).filter(name => !found.has(name));
  if (gone.length === 0) return [ok('Append-only', `${kept.join(' and ')} refuse every change`)];
  const remedy =
    'alter table … enable trigger …; then look over the ledger: npm run backup, and npm run restore into a new database.';
  return [problem('Append-only', `missing or disabled: ${gone.join(', ')}`, remedy)];
}

interface Guarded {
  name: string;
  policies: number;
  enabled: boolean;
  forced: boolean;
}

/** The tables that the migrations guard, and whatever else has policies or is enabled without being forced. */
export async function checkRowLevelSecurity({ client }: PatientWithDatabase): Promise<Finding[]> {
  const { rows } = await client.query<Guarded>(
    `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
       (select count(*)::integer from pg_policy p where p.polrelid = c.oid) as policies
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
  );
  const meant = rows.filter(
    ({ name, policies, enabled, forced }) => guardedTables.includes(name) || policies > 0 || enabled || forced,
  );
  const open = meant.filter(({ policies, enabled, forced }) => policies === 0 || !enabled || !forced);
  const names = (tables: Guarded[]): string => tables.map(({ name }) => name).join(', ');
  if (open.length === 0) return [ok('Row-level security', `in force on ${names(meant)}`)];
  const remedy =
    'alter table … enable row level security, force row level security; missing policies come from a backup.';
  return [problem('Row-level security', `not in force on ${names(open)}`, remedy)];
}

const most = 5;

/** Every policy, function, trigger, rule, constraint and grant against what the migrations of this release make. */
export async function checkGuards({ client }: PatientWithDatabase): Promise<Finding[]> {
  const { rows } = await client.query<{ name: string }>('select name from migrations');
  if (!areMigrationsOfThisRelease(rows.map(({ name }) => name)))
    return [warning('Schema', 'not compared: its migrations are not those of this release', 'See Migrations.')];
  const { objects, missing, changed, foreign } = await compareSchema(client);
  const differences = [
    ...some('missing', missing),
    ...some('not as made', changed),
    ...some('not of this release', foreign),
  ];
  if (differences.length === 0)
    return [
      ok('Schema', `${objects} policies, functions, triggers, constraints and grants are as the migrations made them`),
    ];
  const remedy =
    'Find out who changed it. Put it back as a migration makes it, or restore a backup into a new database (docs/operating.md).';
  return [problem('Schema', differences.join('; '), remedy)];
}

function some(how: string, objects: string[]): string[] {
  if (objects.length === 0) return [];
  const more = objects.length > most ? ` and ${objects.length - most} more` : '';
  return [`${how}: ${objects.slice(0, most).join(', ')}${more}`];
}
