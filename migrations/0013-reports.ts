// What reports count: narrow facts that the worker reads off the entries once they have their place. They hold no words, and all
// of them can be made again from the entries.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reports1763769600013 implements MigrationInterface {
  name = 'Reports1763769600013';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table report_progress (
        one boolean primary key default true check (one),
        index bigint not null check (index >= 0)
      );
      comment on column report_progress.index is 'The first place in the ledger whose entry is not in the facts yet.';
      insert into report_progress (index) values (0);
      grant select, update on report_progress to assent_worker;
      grant select on report_progress to assent_application, assent_auditor;
    `);
    await queryRunner.query(tables);
    for (const [table, { month }] of Object.entries(facts))
      await queryRunner.query(`
        create index ${table}_proposal on ${table} (proposal_id);
        create index ${table}_month on ${table} (${month}, lead_organisation_id);
        grant select, insert, delete on ${table} to assent_worker;
        grant select on ${table} to assent_application, assent_auditor;
        alter table ${table} enable row level security, force row level security;
        create policy involved on ${table} for select to assent_application
          using ((select scope_sees_all()) or lead_organisation_id = any ((select scope_leads())::uuid[]));
        create policy working on ${table} to assent_worker using (true);
        create policy auditing on ${table} for select to assent_auditor using (true);
        create policy maintenance on ${table} to current_user
          using (current_setting('assent.maintenance', true) = 'on')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop table ${Object.keys(facts).join(', ')}, report_progress`);
  }
}

/** The moment by which each kind of fact is counted. */
const facts = {
  decision_fact: { month: 'at' },
  state_span: { month: 'left_at' },
  stale_fact: { month: 'at' },
  concern_fact: { month: 'raised_at' },
};

const tables = `
create table decision_fact (
  proposal_id uuid not null,
  lead_organisation_id uuid not null,
  tier text collate "C" not null,
  outcome text collate "C" not null,
  at timestamptz not null
);
create table state_span (
  proposal_id uuid not null,
  lead_organisation_id uuid not null,
  tier text collate "C" not null,
  state text collate "C" not null,
  entered_at timestamptz not null,
  left_at timestamptz
);
comment on table state_span is 'Under the last tier that the proposal had in the state.';
create table stale_fact (
  proposal_id uuid not null,
  lead_organisation_id uuid not null,
  sign_off text collate "C" not null,
  cause text collate "C" not null,
  at timestamptz not null
);
comment on column stale_fact.cause is 'The first part of a path that made it stale. A sign-off with two causes counts under both.';
create table concern_fact (
  proposal_id uuid not null,
  lead_organisation_id uuid not null,
  author_id uuid not null,
  audience text collate "C" not null,
  severity text collate "C" not null,
  status text collate "C" not null,
  disposition text collate "C",
  raised_at timestamptz not null,
  settled_at timestamptz
);
comment on column concern_fact.author_id is 'Of the proposal: concerns among reviewers are not theirs to see, nor to count.'`;
