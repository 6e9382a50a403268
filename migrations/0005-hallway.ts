// The two statements of a command: load what it is decided on, and record what was decided. One round trip each.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Hallway1763769600005 implements MigrationInterface {
  name = 'Hallway1763769600005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create ${loadCommand}`);
    await queryRunner.query(`create ${heldRoles}`);
    await queryRunner.query(recordCommand);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop function load_command(uuid, uuid, uuid, jsonb)');
    await queryRunner.query('drop function record_command(jsonb, bytea[], bytea[])');
    await queryRunner.query('drop function held_roles(uuid)');
  }
}

/**
 * Locks the proposal, then reads. Each statement of a volatile function sees what was committed when it began: a duplicate that
 * waited for the lock finds the receipt of the command it duplicates.
 */
export const loadCommand = `function load_command(actor uuid, command uuid, target uuid, needed jsonb,
  out content jsonb, out number bigint, out last_sequence integer, out last_hash bytea, out roles jsonb,
  out receipt jsonb, out facts jsonb)
language plpgsql volatile as $$
begin
  select p.content, p.number, p.last_sequence, p.last_hash
    into content, number, last_sequence, last_hash
    from proposal p where p.id = target for update;

  select jsonb_build_object('proposalId', r.proposal_id, 'bodyHash', encode(r.body_hash, 'hex'),
      'bodySalt', encode(r.body_salt, 'hex'),
      'firstSequence', r.first_sequence, 'lastSequence', r.last_sequence, 'proposal', q.content, 'number', q.number)
    into receipt
    from command_receipt r join proposal q on q.id = r.proposal_id
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

const heldRoles = `function held_roles(person uuid) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'organisationId', r.organisation_id)), '[]')
  from role_assignment r
  where r.person_id = person and r.starts_at <= now() and (r.ends_at is null or r.ends_at > now())
$$`;

/** Entries, row, words, acts, outbox and receipt, written together. Raises when the row is not as it was loaded. */
const recordCommand = `
create function record_command(command jsonb, entry_bytes bytea[], entry_hashes bytea[]) returns bigint
language plpgsql as $$
declare
  row_ jsonb := command -> 'row';
  made bigint;
begin
  insert into ledger_entry (stream, sequence, id, type, proposal_id, lead_organisation_id, actor_id, organisation_id, role,
      audience, at, revision, command_id, bytes, hash, previous_hash)
    select command ->> 'stream', (command ->> 'firstSequence')::integer + (e.place - 1)::integer, e.id, e.type,
      (command ->> 'proposalId')::uuid, (row_ ->> 'leadOrganisationId')::uuid, (command ->> 'actorId')::uuid,
      (command ->> 'organisationId')::uuid, command ->> 'role', e.audience, (command ->> 'at')::timestamptz, e.revision,
      (command ->> 'commandId')::uuid, entry_bytes[e.place], entry_hashes[e.place],
      case when e.place = 1 then decode(command ->> 'previousHash', 'hex') else entry_hashes[e.place - 1] end
    from rows from (jsonb_to_recordset(command -> 'entries') as (id uuid, type text, audience text, revision integer))
      with ordinality as e (id, type, audience, revision, place);

  insert into entry_words (stream, sequence, path, salt, words)
    select command ->> 'stream', w.sequence, w.path, decode(w.salt, 'hex'), w.words
    from jsonb_to_recordset(command -> 'words') as w (sequence integer, path text, salt text, words text);

  if (command ->> 'firstSequence')::integer = 1 then
    insert into proposal (id, version, revision, state, tier, title, lead_organisation_id, author_id, partner_ids, submitted_at,
        workflow_key, workflow_version, workflow_digest, content, last_sequence, last_hash, created_at, updated_at)
      values ((command ->> 'proposalId')::uuid, (row_ ->> 'version')::integer, (row_ ->> 'revision')::integer, row_ ->> 'state',
        row_ ->> 'tier', row_ #>> '{title,text}', (row_ ->> 'leadOrganisationId')::uuid, (row_ #>> '{author,personId}')::uuid,
        '{}', null, row_ #>> '{workflow,key}', (row_ #>> '{workflow,version}')::integer, row_ #>> '{workflow,digest}',
        row_, (command ->> 'lastSequence')::integer, entry_hashes[array_length(entry_hashes, 1)],
        (row_ ->> 'createdAt')::timestamptz, (row_ ->> 'updatedAt')::timestamptz)
      returning number into made;
  else
    update proposal set version = (row_ ->> 'version')::integer, revision = (row_ ->> 'revision')::integer,
        state = row_ ->> 'state', tier = row_ ->> 'tier', title = row_ #>> '{title,text}',
        author_id = (row_ #>> '{author,personId}')::uuid,
        partner_ids = array(select value::uuid from jsonb_array_elements_text(row_ -> 'partnerIds')),
        submitted_at = (row_ ->> 'submittedAt')::timestamptz,
        workflow_key = row_ #>> '{workflow,key}', workflow_version = (row_ #>> '{workflow,version}')::integer,
        workflow_digest = row_ #>> '{workflow,digest}', content = row_,
        last_sequence = (command ->> 'lastSequence')::integer, last_hash = entry_hashes[array_length(entry_hashes, 1)],
        updated_at = (row_ ->> 'updatedAt')::timestamptz
      where id = (command ->> 'proposalId')::uuid and last_sequence = (command ->> 'firstSequence')::integer - 1
      returning number into made;
    if not found then
      raise exception 'The proposal is not as it was loaded.' using errcode = 'serialization_failure';
    end if;
  end if;

  insert into sign_off_act (proposal_id, person_id, part, sign_off, ordinal)
    select (command ->> 'proposalId')::uuid, a."personId", a.part, a."signOff",
      1 + (select count(*) from sign_off_act b where b.proposal_id = (command ->> 'proposalId')::uuid
        and b.person_id = a."personId" and b.part = a.part)
    from jsonb_to_recordset(command -> 'acts') as a ("personId" uuid, part text, "signOff" text)
    -- An act done again is one row; the limit on its number would otherwise refuse a third giving of two sign-offs.
    where not exists (select from sign_off_act c where c.proposal_id = (command ->> 'proposalId')::uuid
      and c.person_id = a."personId" and c.part = a.part and c.sign_off = a."signOff");

  insert into outbox (entry_id) select (e ->> 'id')::uuid from jsonb_array_elements(command -> 'entries') e;

  insert into command_receipt (person_id, command_id, body_hash, body_salt, proposal_id, first_sequence, last_sequence, recorded_at)
    values ((command ->> 'actorId')::uuid, (command ->> 'commandId')::uuid, decode(command ->> 'bodyHash', 'hex'),
      decode(command ->> 'bodySalt', 'hex'),
      (command ->> 'proposalId')::uuid, (command ->> 'firstSequence')::integer, (command ->> 'lastSequence')::integer,
      (command ->> 'at')::timestamptz);
  return made;
end $$`;
