// The ledger: entries as exact bytes, chained per stream, never changed; the words they commit to, which can be erased;
// and their place in the whole, which the worker gives them afterwards.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Ledger1763769600003 implements MigrationInterface {
  name = 'Ledger1763769600003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table ledger_entry (
        stream text collate "C" not null,
        sequence integer not null check (sequence > 0),
        id uuid not null unique,
        type text collate "C" not null,
        proposal_id uuid,
        lead_organisation_id uuid,
        actor_id uuid not null,
        organisation_id uuid not null,
        role text collate "C" not null,
        audience text collate "C" not null default 'PARTIES',
        at timestamptz not null,
        revision integer,
        command_id uuid not null,
        bytes bytea not null,
        hash bytea not null check (length(hash) = 32),
        previous_hash bytea check (length(previous_hash) = 32),
        primary key (stream, sequence),
        check ((sequence = 1) = (previous_hash is null))
      );
      comment on column ledger_entry.bytes is 'What is hashed. The other columns are read off it and can be derived again.';
      create index ledger_entry_at on ledger_entry (at, stream, sequence);
      create index ledger_entry_actor on ledger_entry (actor_id, at, stream, sequence);
      create index ledger_entry_organisation on ledger_entry (organisation_id, at, stream, sequence);
      create index ledger_entry_type on ledger_entry (type, at, stream, sequence);
      create index ledger_entry_lead on ledger_entry (lead_organisation_id, at, stream, sequence);

      create table entry_words (
        stream text collate "C" not null,
        sequence integer not null,
        path text collate "C" not null,
        salt bytea not null check (length(salt) = 32),
        words text not null,
        primary key (stream, sequence, path),
        foreign key (stream, sequence) references ledger_entry
      );
      comment on table entry_words is 'Words that entries commit to (HMAC-SHA256 under the salt). Erasing a row leaves every proof valid.';

      create table stream_head (
        stream text collate "C" primary key,
        sequence integer not null,
        hash bytea
      );
      comment on table stream_head is 'Heads of the streams that have no row of their own; a proposal keeps its head itself.';
      insert into stream_head values ('directory', 0, null);

      create table ledger_position (
        index bigint primary key check (index >= 0),
        entry_id uuid not null unique references ledger_entry (id)
      );

      create table outbox (
        id bigint generated always as identity primary key,
        entry_id uuid not null
      );

      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'Entries of the ledger are never changed or removed (% on %).', tg_op, tg_table_name
          using errcode = 'restrict_violation';
      end $$;
      create trigger append_only before update or delete on ledger_entry for each row execute function refuse_change();
      create trigger no_truncate before truncate on ledger_entry for each statement execute function refuse_change();
      create trigger append_only before update or delete on ledger_position for each row execute function refuse_change();
      create trigger no_truncate before truncate on ledger_position for each statement execute function refuse_change();

      grant select, insert on ledger_entry, entry_words to assent_application;
      grant select, update on stream_head to assent_application;
      grant select on ledger_position to assent_application;
      grant insert on outbox to assent_application;
      grant select on ledger_entry to assent_worker;
      grant select, insert on ledger_position to assent_worker;
      grant select, delete on outbox to assent_worker;
      grant select on ledger_entry, entry_words, ledger_position to assent_auditor;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'drop table outbox, ledger_position, stream_head, entry_words, ledger_entry; drop function refuse_change()',
    );
  }
}
