// Proposals as the fold of their entries, the acts that duties are checked on a second time, and receipts of commands.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Proposals1763769600004 implements MigrationInterface {
  name = 'Proposals1763769600004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create sequence proposal_number;

      create table proposal (
        id uuid primary key,
        number bigint not null unique default nextval('proposal_number'),
        version integer not null,
        revision integer not null,
        state text collate "C" not null,
        tier text collate "C" not null,
        title text not null,
        lead_organisation_id uuid not null references organisation,
        author_id uuid not null references person,
        partner_ids uuid[] not null,
        submitted_at timestamptz,
        workflow_key text collate "C" not null,
        workflow_version integer not null,
        workflow_digest text collate "C" not null,
        content jsonb not null,
        last_sequence integer not null,
        last_hash bytea not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      comment on column proposal.content is 'The fold of the proposal''s entries; the columns before it are read off it for filtering.';
      create index proposal_lead on proposal (lead_organisation_id, updated_at desc, id);
      create index proposal_updated on proposal (updated_at desc, id);
      create index proposal_partners on proposal using gin (partner_ids);

      create table sign_off_act (
        proposal_id uuid not null references proposal,
        person_id uuid not null references person,
        part text collate "C" not null check (part in ('author', 'signer', 'decider')),
        sign_off text collate "C" not null default '',
        ordinal smallint not null default 1 check (ordinal between 1 and 2),
        check ((part = 'signer') = (sign_off <> '')),
        primary key (proposal_id, person_id, part, sign_off),
        unique (proposal_id, person_id, part, ordinal),
        constraint one_part_a_person exclude using gist (proposal_id with =, person_id with =, part with <>)
      );
      comment on table sign_off_act is 'Separation of duties, held by constraints: author, signer and decider are different people, and nobody gives more than two sign-offs.';
      create unique index purpose_or_proportionality on sign_off_act (proposal_id, person_id)
        where sign_off in ('purpose', 'proportionality');
      create unique index proportionality_or_transparency on sign_off_act (proposal_id, person_id)
        where sign_off in ('proportionality', 'transparency');

      create table command_receipt (
        person_id uuid not null references person,
        command_id uuid not null,
        body_hash bytea not null check (length(body_hash) = 32),
        body_salt bytea not null check (length(body_salt) = 32),
        proposal_id uuid not null,
        first_sequence integer not null,
        last_sequence integer not null,
        recorded_at timestamptz not null,
        primary key (person_id, command_id)
      );

      grant select, insert, update on proposal to assent_application;
      grant usage on sequence proposal_number to assent_application;
      grant select, insert on sign_off_act, command_receipt to assent_application;
      grant select on proposal, sign_off_act to assent_auditor, assent_worker;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table command_receipt, sign_off_act, proposal; drop sequence proposal_number');
  }
}
