// Erasure: the application may take words and salts out of the database by one function, which takes what an entry WordsErased names
// and nothing else. It keeps no right to delete.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Erasure1763769600014 implements MigrationInterface {
  name = 'Erasure1763769600014';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table proposal alter column title drop not null');
    await queryRunner.query(eraseAt);
    await queryRunner.query(eraseWords);
    await queryRunner.query(`
      revoke execute on function erase_at(text, integer, text[]), erase_words(uuid) from public;
      grant execute on function erase_words(uuid) to assent_application`);
    await queryRunner.query(stream);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop trigger owners_stream on stream_head;
      delete from stream_head where stream = 'erasures';
      drop function erase_words(uuid);
      drop function erase_at(text, integer, text[]);
      select set_config('assent.maintenance', 'on', true);
      update proposal set title = '' where title is null;
      alter table proposal alter column title set not null`);
  }
}

/** What is erased again after a restore, and no entry says so any more, Assent says itself, as the owner. After a way down, it goes on. */
const stream = `
select set_config('assent.maintenance', 'on', true);
insert into stream_head select 'erasures', coalesce(max(sequence), 0), (array_agg(hash order by sequence desc))[1]
  from ledger_entry where stream = 'erasures';
create trigger owners_stream before update on stream_head for each row
  when (current_user = 'assent_application' and old.stream = 'erasures') execute function refuse_foreign_head()`;

/**
 * The salts of the command's receipt go with the words: under them a guess at a short text could still be confirmed. Names are in
 * the directory's rows as well. For the owner of the tables in maintenance; answers at how many places there were words.
 */
const eraseAt = `
create function erase_at(at_stream text, at_sequence integer, at_paths text[]) returns integer
language plpgsql set search_path = public, pg_temp as $$
declare
  held ledger_entry;
  payload jsonb;
  salt bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
  gone integer;
begin
  select * into strict held from ledger_entry where stream = at_stream and sequence = at_sequence;
  delete from entry_words where stream = at_stream and sequence = at_sequence and path = any (at_paths);
  get diagnostics gone = row_count;
  update command_receipt set body_salt = salt where person_id = held.actor_id and command_id = held.command_id;
  update directory_receipt set body_salt = salt where person_id = held.actor_id and command_id = held.command_id;
  if at_stream = 'directory' and '' = any (at_paths) then
    payload := convert_from(held.bytes, 'UTF8')::jsonb -> 'payload';
    update person set display_name = 'Somebody whose name was erased'
      where held.type = 'PersonAdded' and id = (payload ->> 'personId')::uuid;
    -- No two organisations have one name, so each keeps the end of its id.
    update organisation set name = 'An organisation whose name was erased (' || right(id::text, 12) || ')'
      where held.type = 'OrganisationAdded' and id = (payload ->> 'organisationId')::uuid;
    update access_token set label = 'A token whose label was erased'
      where held.type = 'TokenIssued' and id = (payload ->> 'tokenId')::uuid;
  end if;
  return gone;
end $$`;

/** What the entry names has to be of its own stream and from before it. */
const eraseWords = `
create function erase_words(erasing uuid) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  said jsonb;
  place record;
  gone integer := 0;
  before text := coalesce(current_setting('assent.maintenance', true), '');
begin
  -- It counts for the owner alone, as whom this runs.
  perform set_config('assent.maintenance', 'on', true);
  select convert_from(bytes, 'UTF8')::jsonb into said from ledger_entry where id = erasing and type = 'WordsErased';
  if said ->> 'type' is distinct from 'WordsErased' then
    raise exception 'No entry WordsErased has the id %.', erasing using errcode = 'restrict_violation';
  end if;
  for place in select * from jsonb_to_recordset(said #> '{payload,erased}') as p (stream text, sequence integer, paths jsonb) loop
    if place.stream <> said ->> 'stream' or place.sequence >= (said ->> 'sequence')::integer then
      raise exception 'The entry % names what it may not erase.', erasing using errcode = 'restrict_violation';
    end if;
    gone := gone + erase_at(place.stream, place.sequence, array(select jsonb_array_elements_text(place.paths)));
  end loop;
  perform set_config('assent.maintenance', before, true);
  return gone;
end $$`;
