// The bell: whoever listens on the channel `assent_ledger` hears that the ledger grew or was sealed further, and asks how far. Nothing
// is said with it. It rings when entries get their places, once for each batch, and never within a command: PostgreSQL lets only one
// transaction that notifies commit at a time (docs/decisions/2026-11-22-live.md).
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Bell1763769600017 implements MigrationInterface {
  name = 'Bell1763769600017';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create function ring() returns trigger language plpgsql as $$
      begin
        perform pg_notify('assent_ledger', '');
        return null;
      end $$;
      create function ring_for_placed() returns trigger language plpgsql as $$
      begin
        if exists (select from placed) then perform pg_notify('assent_ledger', ''); end if;
        return null;
      end $$;
      create trigger ring after insert on ledger_position referencing new table as placed
        for each statement execute function ring_for_placed();
      create trigger ring after update on tree_head for each row
        when (old.sealed_size is distinct from new.sealed_size) execute function ring();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop trigger ring on tree_head;
      drop trigger ring on ledger_position;
      drop function ring_for_placed(), ring();
    `);
  }
}
