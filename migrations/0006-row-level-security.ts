// The second line behind policy and scope: rows of proposals and their history appear only to those involved, whatever a query
// forgets to ask. Who is asking is said once in a transaction, by enter_scope; where nobody is, there is nothing to see.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loadCommand as loadCommandBefore } from './0005-hallway.js';

export class RowLevelSecurity1763769600006 implements MigrationInterface {
  name = 'RowLevelSecurity1763769600006';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(scope);
    for (const table of guarded) {
      await queryRunner.query(`
        alter table ${table} enable row level security, force row level security;
        create policy auditing on ${table} for select to assent_auditor using (current_user = 'assent_auditor');
        create policy maintenance on ${table} to current_user
          using (current_setting('assent.maintenance', true) = 'on')`);
    }
    await queryRunner.query(policies);
    await queryRunner.query(`create or replace ${loadCommand}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create or replace ${loadCommandBefore}`);
    for (const table of guarded) {
      await queryRunner.query(`
        do $$
        declare made text;
        begin
          for made in select polname from pg_policy where polrelid = '${table}'::regclass loop
            execute format('drop policy %I on ${table}', made);
          end loop;
        end $$;
        alter table ${table} no force row level security, disable row level security`);
    }
    await queryRunner.query(`
      drop function enter_scope(uuid);
      drop function scope_person(), scope_sees_all(), scope_directory(), scope_leads(), scope_partner_of(), scope_hands_over()`);
  }
}

/** The tables whose rows are hidden from those who are not involved. */
export const guarded = ['proposal', 'ledger_entry', 'entry_words', 'sign_off_act', 'command_receipt'];

/**
 * The scope is worked out from the roles that the directory holds at this moment, not taken from the caller. It lasts until the
 * transaction ends, so a connection goes back to its pool without one.
 */
const scope = `
create function enter_scope(person uuid) returns boolean language plpgsql volatile as $$
begin
  perform set_config('assent.person', coalesce(person::text, ''), true),
    set_config('assent.sees_all', coalesce(bool_or(r.role = 'auditor'), false)::text, true),
    set_config('assent.directory', coalesce(bool_or(r.role in ('auditor', 'administrator')), false)::text, true),
    set_config('assent.leads', coalesce(array_agg(r.organisation_id)
      filter (where r.role not in ('partner', 'auditor', 'administrator')), '{}')::text, true),
    set_config('assent.partner_of', coalesce(array_agg(r.organisation_id) filter (where r.role = 'partner'), '{}')::text, true),
    set_config('assent.hands_over', '{}', true)
  from role_assignment r
  where r.person_id = person and r.starts_at <= now() and (r.ends_at is null or r.ends_at > now());
  return true;
end $$;

create function scope_person() returns uuid language sql stable
  return nullif(current_setting('assent.person', true), '')::uuid;
create function scope_sees_all() returns boolean language sql stable
  return coalesce(nullif(current_setting('assent.sees_all', true), '')::boolean, false);
create function scope_directory() returns boolean language sql stable
  return coalesce(nullif(current_setting('assent.directory', true), '')::boolean, false);
create function scope_leads() returns uuid[] language sql stable
  return coalesce(nullif(current_setting('assent.leads', true), '')::uuid[], '{}');
create function scope_partner_of() returns uuid[] language sql stable
  return coalesce(nullif(current_setting('assent.partner_of', true), '')::uuid[], '{}');
create function scope_hands_over() returns uuid[] language sql stable
  return coalesce(nullif(current_setting('assent.hands_over', true), '')::uuid[], '{}')`;

/** A subselect is worked out once for a statement, and not again for each row. */
const involved = `(select scope_sees_all())
  or lead_organisation_id = any ((select scope_leads())::uuid[])
  or lead_organisation_id = any ((select scope_hands_over())::uuid[])
  or (submitted_at is not null and partner_ids && (select scope_partner_of()))`;

/** A process works in its group's name (`role` in data-source.ts); whoever may merely become the group, as the owner may, is not it yet. */
const policies = `
create policy involved on proposal for select to assent_application using (${involved});
create policy changes on proposal for update to assent_application using (${involved});
create policy begins on proposal for insert to assent_application
  with check (lead_organisation_id = any ((select scope_leads())::uuid[]));

create policy involved on ledger_entry for select to assent_application using ((select scope_sees_all())
  or (stream = 'directory' and ((select scope_directory()) or actor_id = (select scope_person())))
  or lead_organisation_id = any ((select scope_leads())::uuid[])
  or exists (select from proposal p where p.id = proposal_id));
create policy own_acts on ledger_entry for insert to assent_application with check (actor_id = (select scope_person()));
create policy sequencing on ledger_entry for select to assent_worker using (current_user = 'assent_worker');

create policy involved on entry_words for select to assent_application using ((select scope_sees_all())
  or exists (select from ledger_entry e where e.stream = entry_words.stream and e.sequence = entry_words.sequence));
create policy own_acts on entry_words for insert to assent_application with check ((select scope_person()) is not null);

create policy involved on sign_off_act for select to assent_application
  using (exists (select from proposal p where p.id = proposal_id));
create policy own_acts on sign_off_act for insert to assent_application
  with check (exists (select from proposal p where p.id = proposal_id));
create policy working on sign_off_act for select to assent_worker using (current_user = 'assent_worker');
create policy working on proposal for select to assent_worker using (current_user = 'assent_worker');

create policy own_receipts on command_receipt for select to assent_application using (person_id = (select scope_person()));
create policy own_acts on command_receipt for insert to assent_application with check (person_id = (select scope_person()))`;

/** As before, and first of all on whose behalf. A receipt is found even where its proposal is out of sight by now. */
const loadCommand = `function load_command(actor uuid, command uuid, target uuid, needed jsonb,
  out content jsonb, out number bigint, out last_sequence integer, out last_hash bytea, out roles jsonb,
  out receipt jsonb, out facts jsonb)
language plpgsql volatile as $$
begin
  perform enter_scope(actor);
  -- An administrator hands over what they may not read; only a command that asks after the author gets to it.
  if (needed ->> 'author')::boolean then
    perform set_config('assent.hands_over', coalesce((select array_agg(value ->> 'organisationId')::text
      from jsonb_array_elements(held_roles(actor)) where value ->> 'role' = 'administrator'), '{}'), true);
  end if;

  select p.content, p.number, p.last_sequence, p.last_hash
    into content, number, last_sequence, last_hash
    from proposal p where p.id = target for update;

  select jsonb_build_object('proposalId', r.proposal_id, 'bodyHash', encode(r.body_hash, 'hex'),
      'bodySalt', encode(r.body_salt, 'hex'),
      'firstSequence', r.first_sequence, 'lastSequence', r.last_sequence, 'proposal', q.content, 'number', q.number)
    into receipt
    from command_receipt r left join proposal q on q.id = r.proposal_id
    where r.person_id = actor and r.command_id = command;

  -- Asked behind the lock: a role that ended while the command waited permits nothing any more.
  roles := held_roles(actor);

  if needed is not null then
    facts := jsonb_build_object(
      'organisationIds', (select coalesce(jsonb_agg(o.id), '[]') from organisation o
        where o.id in (select value::uuid from jsonb_array_elements_text(needed -> 'organisationIds'))),
      'person', (select jsonb_build_object('id', p.id, 'organisationId', p.organisation_id, 'roles', held_roles(p.id))
        from person p where p.id = (needed ->> 'personId')::uuid),
      'copyOf', (select p.content from proposal p where p.id = (needed ->> 'copyOf')::uuid),
      'authorHasLeft', (needed ->> 'author')::boolean and not exists (
        select from jsonb_array_elements(held_roles((content #>> '{author,personId}')::uuid)) held
        where held ->> 'organisationId' = content ->> 'leadOrganisationId' and held ->> 'role' = 'analyst'));
  end if;
end $$`;
