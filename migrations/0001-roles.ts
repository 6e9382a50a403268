// Who may do what in the database: groups without a login, which the logins of the processes are members of.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Groups belong to the whole cluster, so several databases may make them at once, and none of them drops them. */
export class Roles1763769600001 implements MigrationInterface {
  name = 'Roles1763769600001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(makeGroups);
    await queryRunner.query('create extension if not exists btree_gist');
    await queryRunner.query('grant usage on schema public to assent_application, assent_worker, assent_auditor');
    // Readiness asks whether the database is as far as this release.
    await queryRunner.query('grant select on migrations to assent_application, assent_worker, assent_auditor');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('revoke usage on schema public from assent_application, assent_worker, assent_auditor');
    await queryRunner.query('revoke select on migrations from assent_application, assent_worker, assent_auditor');
    await queryRunner.query('drop extension btree_gist');
  }
}

/** They are no part of a database, so a restored one needs them made before it, too. */
export const makeGroups = `
do $$
declare wanted text;
begin
  perform pg_advisory_xact_lock(hashtext('assent roles'));
  foreach wanted in array array['assent_application', 'assent_worker', 'assent_auditor'] loop
    -- The lock holds within this database only; another one's migration may be making the same group.
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole', wanted);
      end if;
    exception when duplicate_object or unique_violation then null;
    end;
    begin
      if not pg_has_role(current_user, wanted, 'usage') then
        execute format('grant %I to current_user', wanted);
      end if;
    exception when unique_violation then null;
    end;
  end loop;
end $$`;
