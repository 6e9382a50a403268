// What administering needs: receipts of the directory's commands, who issued a token, the order in which lists are
// read; and that nobody holds one role twice at one time, which the rules say first.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Administration1763769600008 implements MigrationInterface {
  name = 'Administration1763769600008';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table directory_receipt (
        person_id uuid not null references person,
        command_id uuid not null,
        body_hash bytea not null check (length(body_hash) = 32),
        body_salt bytea not null check (length(body_salt) = 32),
        first_sequence integer not null,
        last_sequence integer not null,
        recorded_at timestamptz not null,
        primary key (person_id, command_id)
      );
      comment on table directory_receipt is 'Commands of the directory, by who sent them: the same one again is not done again. Secrets of tokens are nowhere.';
      create index directory_receipt_recorded on directory_receipt (recorded_at);
      grant select, insert on directory_receipt to assent_application;

      alter table role_assignment add constraint no_role_twice_at_once exclude using gist
        (person_id with =, organisation_id with =, role with =, tstzrange(starts_at, ends_at) with &&);

      alter table access_token add column issued_by uuid references person;
      comment on column access_token.issued_by is 'Who has seen its secret besides its owner, if it is somebody else. Unknown for tokens from before.';
      alter table access_token add column issued_through uuid references access_token;
      comment on column access_token.issued_through is 'The token in its owner’s hand when they issued it for themselves: it is revoked with that one.';

      create index person_name on person (display_name, id);
      create index role_assignment_start on role_assignment (starts_at, id);
      create index role_assignment_administrator on role_assignment (person_id) where role = 'administrator';
      create index access_token_created on access_token (person_id, created_at, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table directory_receipt;
      alter table access_token drop column issued_by, drop column issued_through;
      alter table role_assignment drop constraint no_role_twice_at_once;
      drop index person_name, role_assignment_start, role_assignment_administrator, access_token_created;
    `);
  }
}
