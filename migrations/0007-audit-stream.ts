// What auditors read is a stream of the ledger too.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuditStream1763769600007 implements MigrationInterface {
  name = 'AuditStream1763769600007';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`insert into stream_head values ('audit', 0, null)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`delete from stream_head where stream = 'audit'`);
  }
}
