// Who was mentioned lately is found among the open proposals in which anybody was: an index of those alone, by when they changed.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Comments1763769600018 implements MigrationInterface {
  name = 'Comments1763769600018';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create index proposal_mentioning on proposal (updated_at desc)
        where state in ('DRAFTING', 'IN_REVIEW', 'RETURNED', 'AWAITING_DECISION') and outline @? '$.comments[*].mentions[*]'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index proposal_mentioning');
  }
}
