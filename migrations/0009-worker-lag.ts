// How long the worker lets entries wait: the outbox says since when each of them does, and the api may ask.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WorkerLag1763769600009 implements MigrationInterface {
  name = 'WorkerLag1763769600009';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table outbox add column enqueued_at timestamptz not null default now();
      grant select (id, enqueued_at) on outbox to assent_application;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      revoke select (id, enqueued_at) on outbox from assent_application;
      alter table outbox drop column enqueued_at;
    `);
  }
}
