// Signing in: which identity of an OpenID provider opens for whom, and the sessions of people in browsers, kept as hashes only.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Sessions1763769600015 implements MigrationInterface {
  name = 'Sessions1763769600015';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table person_identity (
        id uuid primary key,
        person_id uuid not null references person,
        issuer text not null,
        subject text not null,
        linked_at timestamptz not null,
        unlinked_at timestamptz
      );
      create unique index person_identity_subject on person_identity (issuer, subject) where unlinked_at is null;
      create index person_identity_person on person_identity (person_id, linked_at, id);

      create table person_session (
        id uuid primary key,
        person_id uuid not null references person,
        identity_id uuid not null references person_identity,
        secret_hash bytea not null unique check (length(secret_hash) = 32),
        started_at timestamptz not null,
        authenticated_at timestamptz,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz
      );
      comment on column person_session.authenticated_at is 'When its person last showed the provider who they are, as the provider says; unknown where it does not.';
      create index person_session_person on person_session (person_id, started_at) where ended_at is null;
      create index person_session_expiry on person_session (expires_at);

      grant select, insert, update (unlinked_at) on person_identity to assent_application;
      grant select, insert, update (last_seen_at, ended_at), delete on person_session to assent_application;
    `);
    await queryRunner.query(forgetIdentity);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop trigger forget_identity on entry_words;
      drop function forget_identity();
      drop table person_session, person_identity`);
  }
}

/** What a provider calls somebody is erased from the row with the words of the entry that linked it; then it opens for nobody. */
const forgetIdentity = `
create function forget_identity() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  update person_identity i set issuer = 'erased', subject = i.id::text
    from ledger_entry e
    where e.stream = old.stream and e.sequence = old.sequence and e.type = 'IdentityLinked'
      and i.id = (convert_from(e.bytes, 'UTF8')::jsonb #>> '{payload,identityId}')::uuid;
  return old;
end $$;
create trigger forget_identity after delete on entry_words
  for each row when (old.stream = 'directory') execute function forget_identity()`;
