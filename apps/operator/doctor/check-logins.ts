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
  if (mighty.length === 0) return [ok('Groups', groups.join(', '))];
  const remedy = `alter role … nosuperuser nobypassrls nocreaterole nocreatedb noreplication; and take away what it owns.`;
  return [problem('Groups', `may do more than their work: ${mighty.join(', ')}`, remedy)];
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
  mighty: boolean;
  owns: boolean;
}

const loginsSql = `select r.rolname as name, r.rolsuper or r.rolbypassrls as mighty, exists (
    select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as owns
  from pg_roles r where r.rolcanlogin`;

/** Logins that are members of a group, apart from the owner of the tables, who is one in order to grant. */
export async function checkMembers({ client }: PatientWithDatabase): Promise<Finding[]> {
  const { rows } = await client.query<Login>(
    `${loginsSql} and exists (select from pg_auth_members m where m.member = r.oid
       and m.roleid in (select oid from pg_roles where rolname = any ($1))) order by 1`,
    [groups],
  );
  const members = rows.filter(({ owns }) => !owns);
  const mighty = members.filter(each => each.mighty).map(({ name }) => name);
  if (mighty.length > 0)
    return [
      problem('Logins', `stand above row-level security: ${mighty.join(', ')}`, 'alter role … nosuperuser nobypassrls'),
    ];
  if (members.length > 0) return [ok('Logins', members.map(({ name }) => name).join(', '))];
  const remedy = `create role assent_app login password '…'; grant assent_application, assent_worker to assent_app`;
  return [warning('Logins', 'no login of its own for api and worker', remedy)];
}

/** The login that api and worker are told to use, where there is one to tell. */
export async function checkOwnLogin({ installation: { configuration } }: Patient): Promise<Finding[]> {
  const { DATABASE_URL: url } = configuration;
  if (!url) return [];
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // a connection that breaks is told by the query
  try {
    await client.connect();
    const { rows } = await client.query<Login>(`${loginsSql} and r.rolname = current_user`);
    return rows.map(judge);
  } finally {
    await client.end();
  }
}

function judge({ name, mighty, owns }: Login): Finding {
  if (!mighty && !owns) return ok('DATABASE_URL', `as ${name}, who owns nothing and stands above nothing`);
  const says = `as ${name}, who ${owns ? 'owns tables' : 'stands above row-level security'}`;
  const remedy =
    'Serve under a login that owns nothing (docs/operating.md), and name the owner in MIGRATION_DATABASE_URL only.';
  return problem('DATABASE_URL', says, remedy);
}
