// Organisations, people, the roles they hold from when to when, and access tokens, which are kept as hashes only.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Directory1763769600002 implements MigrationInterface {
  name = 'Directory1763769600002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table organisation (
        id uuid primary key,
        name text not null,
        kind text not null check (kind in ('AGENCY', 'NGO', 'IWI', 'OVERSIGHT', 'OTHER')),
        created_at timestamptz not null
      );
      create unique index organisation_name on organisation (lower(name));

      create table person (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        display_name text not null,
        created_at timestamptz not null
      );
      create index person_organisation on person (organisation_id);

      create table role_assignment (
        id uuid primary key,
        person_id uuid not null references person,
        organisation_id uuid not null references organisation,
        role text not null,
        starts_at timestamptz not null,
        ends_at timestamptz check (ends_at >= starts_at)
      );
      create index role_assignment_person on role_assignment (person_id, organisation_id);

      create table access_token (
        id uuid primary key,
        person_id uuid not null references person,
        token_hash bytea not null unique check (length(token_hash) = 32),
        label text not null,
        scopes text[] not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz
      );
      create index access_token_person on access_token (person_id);

      grant select, insert on organisation, person to assent_application;
      grant select, insert, update (ends_at) on role_assignment to assent_application;
      grant select, insert, update (revoked_at) on access_token to assent_application;
      grant select on organisation, person, role_assignment to assent_auditor, assent_worker;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table access_token, role_assignment, person, organisation');
  }
}
