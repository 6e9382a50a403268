// What guards the tables, object by object, as the catalogue of a database has it: policies, functions, triggers, rules, constraints,
// and who was granted what. Told as fingerprints, so that a release can carry what its migrations make and name what differs.
import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { madeSchema } from './made-schema.js';

/** SHA-256, the first 16 hex digits, of what the catalogue says of an object, by the kind and name of the object. */
export type Schema = Readonly<Record<string, string>>;

/** Names differ between installations in one thing alone: who owns the tables. */
const told = `
  with mine as (select oid, relname, relkind, relowner, relacl from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S')),
    owner as (select relowner as oid from mine where relname = 'ledger_entry'),
    known as (select 0::oid as oid, text 'public' as name union all
      select oid, case when oid = (select oid from owner) then 'the owner' else rolname::text end from pg_roles),
    foreign_to_us as (select objid from pg_depend where deptype = 'e')
  select 'owner of ' || relname as object, (select name from known where oid = relowner) as says from mine
  union all
  select format('policy %s on %s', polname, relname), concat_ws('|', polcmd, polpermissive,
      (select string_agg(name, ',' order by name) from known where oid = any (polroles)),
      pg_get_expr(polqual, polrelid), 'check', pg_get_expr(polwithcheck, polrelid))
    from pg_policy join mine on mine.oid = polrelid
  union all
  select format('function %s(%s)', proname, pg_get_function_identity_arguments(p.oid)), concat_ws('|', l.lanname,
      pg_get_function_arguments(p.oid), pg_get_function_result(p.oid), prosecdef, provolatile, proconfig::text,
      coalesce(pg_get_function_sqlbody(p.oid), prosrc), (select name from known where oid = proowner))
    from pg_proc p join pg_language l on l.oid = p.prolang
    where pronamespace = 'public'::regnamespace and p.oid not in (select objid from foreign_to_us)
  union all
  select format('trigger %s on %s', tgname, relname), concat_ws('|', tgenabled, pg_get_triggerdef(t.oid))
    from pg_trigger t join mine on mine.oid = tgrelid where not tgisinternal
  union all
  select format('rule %s on %s', rulename, relname), pg_get_ruledef(r.oid)
    from pg_rewrite r join mine on mine.oid = ev_class where rulename <> '_RETURN'
  union all
  select format('constraint %s on %s', conname, relname), concat_ws('|', convalidated, pg_get_constraintdef(c.oid))
    from pg_constraint c join mine on mine.oid = conrelid where contype in ('c', 'f', 'p', 'u', 'x')
  union all
  select format('unique index %s on %s', i.indexrelid::regclass, relname), concat_ws('|', indisvalid, pg_get_indexdef(i.indexrelid))
    from pg_index i join mine on mine.oid = indrelid
    where indisunique and not exists (select from pg_constraint where conindid = i.indexrelid)
  union all
  select format('grants on %s to %s', relname, name), string_agg(privilege_type || is_grantable, ',' order by privilege_type)
    from mine, aclexplode(relacl) join known on known.oid = grantee where grantee <> relowner group by relname, name
  union all
  select format('grants on columns of %s to %s', relname, name),
      string_agg(attname || privilege_type || is_grantable, ',' order by attname, privilege_type)
    from mine join pg_attribute on attrelid = mine.oid, aclexplode(attacl) join known on known.oid = grantee
    where grantee <> relowner group by relname, name
  union all
  select format('grants on the schema to %s', name), string_agg(privilege_type || is_grantable, ',' order by privilege_type)
    from pg_namespace, aclexplode(nspacl) join known on known.oid = grantee
    where nspname = 'public' and grantee not in (nspowner, (select oid from owner)) group by name`;

/** As the catalogue has it now, for any login. */
export async function readSchema(client: Client): Promise<Schema> {
  // Expressions are written with their schema unless it is searched; so that one sees the same whoever asks.
  await client.query('set search_path = public');
  const { rows } = await client.query<{ object: string; says: string }>(told);
  const fingerprints = rows.map(({ object, says }) => [object, fingerprint(says)] as const);
  return Object.fromEntries(fingerprints.sort(([one], [other]) => (one < other ? -1 : 1)));
}

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

export interface SchemaDifferences {
  /** Objects that were looked at. */
  objects: number;
  missing: string[];
  changed: string[];
  /** There, and not made by a migration of this release. */
  foreign: string[];
}

/** What differs from what the migrations of this release make. */
export async function compareSchema(client: Client): Promise<SchemaDifferences> {
  const found = await readSchema(client);
  const [made, there] = [Object.keys(madeSchema), Object.keys(found)];
  return {
    objects: made.length,
    missing: made.filter(object => !(object in found)),
    changed: made.filter(object => object in found && found[object] !== madeSchema[object]),
    foreign: there.filter(object => !(object in madeSchema)),
  };
}
