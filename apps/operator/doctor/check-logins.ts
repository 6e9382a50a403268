// Who may do what in the database: the groups as the migrations made them, and the logins that work under them.
import pg from 'pg';
import { ok, problem, warning, type Finding } from './finding.js';
import type { Patient, PatientWithDatabase } from './patient.js';

const groups = ['assent_application', 'assent_worker', 'assent_auditor'];
const kept = ['ledger_entry', 'ledger_position'];

export async function checkGroups({ client }: PatientWithDatabase): Promise<Finding[]> {
  const { rows } = await client.query<{ name: string; mighty: boolean }>(
    `select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or exists (
       select from pg_class where relowner = r.oid) as mighty from pg_roles r where rolname = any ($1)`,
    [groups],
  );
  const gone = groups.filter(group => !rows.some(({ name }) => name === group));
  const mighty = rows.filter(each => each.mighty).map(({ name }) => name);
  if (gone.length > 0)
    return [problem('Groups', `missing: ${gone.join(', ')}`, 'Run npm run migrate, which makes them.')];
  const remedy = `alter role … nosuperuser nobypassrls nocreaterole nocreatedb noreplication; and take away what it owns.`;
  if (mighty.length > 0) return [problem('Groups', `may do more than their work: ${mighty.join(', ')}`, remedy)];
  return checkGroupsAlone(client);
}

/** No group is a member of anything: whoever is in it would be, too. */
async function checkGroupsAlone(client: pg.Client): Promise<Finding[]> {
  const { rows } = await client.query<{ name: string; into: string }>(
    `select g.rolname as name, string_agg(r.rolname, ', ' order by r.rolname) as into from pg_auth_members m
     join pg_roles g on g.oid = m.member join pg_roles r on r.oid = m.roleid where g.rolname = any ($1) group by 1 order by 1`,
    [groups],
  );
  if (rows.length === 0) return [ok('Groups', groups.join(', '))];
  const says = `may become somebody else: ${rows.map(({ name, into }) => `${name} (${into})`).join('; ')}`;
  return [problem('Groups', says, 'revoke … from …; and find out who granted it.')];
}

/** The rights that no group may have, on a table or one of its columns. */
export async function checkGrants({ client }: PatientWithDatabase): Promise<Finding[]> {
  const { rows } = await client.query<{ who: string; on: string; what: string }>(
    `select g.name as who, t.name as on, p.name as what
     from unnest($1::text[]) g (name), unnest($2::text[]) t (name), unnest(array['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) p (name)
     where exists (select from pg_roles where rolname = g.name) and (has_table_privilege(g.name, t.name, p.name)
       or (p.name = 'UPDATE' and has_any_column_privilege(g.name, t.name, p.name)))`,
    [groups, kept],
  );
  if (rows.length === 0) return [ok('Grants', 'no group can change or remove entries of the ledger')];
  const says = rows.map(({ who, on, what }) => `${who} has ${what} on ${on}`).join(', ');
  return [problem('Grants', says, 'revoke … on … from …; and find out who granted it.')];
}

interface Login {
  name: string;
  /** Of our groups, those that it is in, directly or through another. */
  groups: string[];
  /** Stands above row-level security itself. */
  mighty: boolean;
  /** Owns tables itself. */
  owns: boolean;
  /** Other roles that it may become and that do, or that PostgreSQL gives rights over everything. */
  becomes: string[];
  /** Owns a database of this server: an owner is in all groups in order to grant, here or in a neighbour. */
  isOwner: boolean;
}

const loginsSql = `with recursive reach (login, role) as (
    select oid, oid from pg_roles where rolcanlogin
    union select login, roleid from reach join pg_auth_members on member = role),
  known as (select oid, rolname::text as name, rolsuper or rolbypassrls as mighty, exists (
      select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as owns,
    exists (select from pg_database where datdba = r.oid) as is_owner from pg_roles r)
  select l.name, l.mighty, l.owns, l.is_owner as "isOwner",
    coalesce(array_agg(g.name order by g.name) filter (where g.name = any ($1)), '{}') as groups,
    coalesce(array_agg(g.name order by g.name) filter (
      where g.oid <> l.oid and (g.mighty or g.owns or g.name ~ '^pg_')), '{}') as becomes
  from reach join known l on l.oid = login join known g on g.oid = role`;
const byLogin = 'group by l.oid, l.name, l.mighty, l.owns, l.is_owner';

/** What it may do beyond a login that serves; undefined when that is nothing. */
function excessOf({ owns, mighty, becomes }: Login): string | undefined {
  if (owns) return 'owns tables';
  if (mighty) return 'stands above row-level security';
  return becomes.length > 0 ? `may become ${becomes.join(', ')}` : undefined;
}

/** Logins that are in a group, apart from whoever owns the tables. */
export async function checkMembers({ client }: PatientWithDatabase): Promise<Finding[]> {
  const { rows } = await client.query<Login>(`${loginsSql} ${byLogin} order by 1`, [groups]);
  const members = rows.filter(each => each.groups.length > 0 && !each.owns);
  const high = members.filter(excessOf);
  const both = members.filter(each => each.groups.length > 1 && !each.isOwner);
  if (high.length > 0) {
    const says = high.map(each => `${each.name} ${excessOf(each)}`).join('; ');
    return [problem('Logins', says, 'alter role … nosuperuser nobypassrls; revoke … from …; find out who did that.')];
  }
  if (both.length > 0) return [inSeveral(both)];
  if (members.length > 0) return [ok('Logins', members.map(({ name }) => name).join(', '))];
  const remedy = `create role assent_api login password '…'; grant assent_application to assent_api; likewise assent_worker_login with assent_worker`;
  return [warning('Logins', 'no login of its own for api and worker', remedy)];
}

/** One address for api and worker needs two groups; the third sees everything, and nobody who serves is in it. */
function inSeveral(logins: Login[]): Finding {
  const says = `in more than one group: ${logins.map(each => `${each.name} (${each.groups.join(', ')})`).join('; ')}`;
  const remedy = 'One login for each group (docs/operating.md); then revoke … from ….';
  const seesAll = logins.some(each => each.groups.includes('assent_auditor'));
  return seesAll ? problem('Logins', says, remedy) : warning('Logins', says, remedy);
}

/** The login that api and worker are told to use, where there is one to tell. */
export async function checkOwnLogin({ installation: { configuration } }: Patient): Promise<Finding[]> {
  const { DATABASE_URL: url } = configuration;
  if (!url) return [];
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // a connection that breaks is told by the query
  try {
    await client.connect();
    const { rows } = await client.query<Login>(`${loginsSql} where l.name = current_user ${byLogin}`, [groups]);
    return rows.map(judge);
  } finally {
    await client.end();
  }
}

function judge(login: Login): Finding {
  const excess = excessOf(login);
  if (!excess) return ok('DATABASE_URL', `as ${login.name}, who owns nothing and stands above nothing`);
  const remedy =
    'Serve under a login that owns nothing (docs/operating.md), and name the owner in MIGRATION_DATABASE_URL only.';
  return problem('DATABASE_URL', `as ${login.name}, who ${excess}`, remedy);
}
