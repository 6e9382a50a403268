// What lists read: of each proposal an outline, which is everything but its dossier, and the letters it is searched by. PostgreSQL
// works both out of the row by itself, so they say nothing that the row does not say.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Outlines1763769600016 implements MigrationInterface {
  name = 'Outlines1763769600016';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create function search_letters(words text) returns text language sql immutable parallel safe
        return regexp_replace(normalize(lower(words), NFD), '[\\u0300-\\u036f]', '', 'g');
      create function reference_of(number bigint) returns text language sql immutable parallel safe
        return 'DSP-' || lpad(number::text, greatest(4, length(number::text)), '0');
      alter table proposal
        add column outline jsonb generated always as (content - 'dossier') stored,
        add column letters text generated always as (search_letters(coalesce(title, '') || ' ' || reference_of(number))) stored;
      comment on column proposal.outline is 'content without the dossier, which is most of it: what lists are made of.';
      comment on column proposal.letters is 'Title and reference in lower case, without macrons and other marks.';
      create index proposal_open on proposal (lead_organisation_id, state)
        where state in ('DRAFTING', 'IN_REVIEW', 'RETURNED', 'AWAITING_DECISION');
      create index proposal_author on proposal (author_id, state);
      create index proposal_created on proposal (created_at desc, id);
      create index ledger_entry_clock on ledger_entry (stream, sequence)
        where type in ('ProposalSubmitted', 'PartnersInvited', 'SignOffMadeStale', 'SignOffWithdrawn') or role = 'partner';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop index ledger_entry_clock, proposal_created, proposal_author, proposal_open;
      alter table proposal drop column outline, drop column letters;
      drop function search_letters(text), reference_of(bigint);
    `);
  }
}
