// Whoever made an entry may fetch it as a receipt, also when they have no part in the proposal any more: row-level security lets
// them see that row, and the words they said in it.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OwnActsAreOnesOwn1763769600012 implements MigrationInterface {
  name = 'OwnActsAreOnesOwn1763769600012';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create policy made_by_oneself on ledger_entry for select to assent_application
      using (actor_id = (select scope_person()))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop policy made_by_oneself on ledger_entry');
  }
}
