// What Assent itself writes: the stream of the log's own keys, the stream of published definitions, and the one person and
// organisation in whose name it does. It also says how sealing stands.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In no list of people or organisations, and nobody can be given a role or a token in their place. */
export const systemIds = {
  organisationId: '00000000-0000-7000-8000-000000000001',
  personId: '00000000-0000-7000-8000-000000000002',
} as const;

export class SystemStreams1763769600011 implements MigrationInterface {
  name = 'SystemStreams1763769600011';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      insert into organisation values ('${systemIds.organisationId}', 'Assent', 'OTHER', now());
      insert into person values ('${systemIds.personId}', '${systemIds.organisationId}', 'Assent', now());
      insert into stream_head values ('ledger', 0, null), ('definitions', 0, null);

      drop policy involved on ledger_entry;
      create policy involved on ledger_entry for select to assent_application using (${everybodysStreams} or ${involvement});
      create policy own_acts_of_the_system on ledger_entry for insert to assent_worker
        with check (${everybodysStreams} and actor_id = '${systemIds.personId}');

      create function refuse_foreign_head() returns trigger language plpgsql as $$
      begin
        raise exception 'The stream % is not for % to write.', old.stream, current_user using errcode = 'restrict_violation';
      end $$;
      create trigger own_streams before update on stream_head for each row
        when ((current_user = 'assent_application' and old.${everybodysStreams})
          or (current_user = 'assent_worker' and not old.${everybodysStreams}))
        execute function refuse_foreign_head();

      -- There are no words in these streams: row-level security lets no row of them in, the statement only names the table.
      grant insert on ledger_entry, entry_words, outbox to assent_worker;
      grant select, update on stream_head to assent_worker;

      -- Since when the tree has leaves that no checkpoint covers; and why the signer signs nothing, in a word of its own list.
      alter table tree_head add column unsealed_since timestamptz, add column refusal text collate "C";
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table tree_head drop column unsealed_since, drop column refusal;
      revoke select, update on stream_head from assent_worker;
      revoke insert on ledger_entry, entry_words, outbox from assent_worker;
      drop trigger own_streams on stream_head;
      drop function refuse_foreign_head();
      drop policy own_acts_of_the_system on ledger_entry;
      drop policy involved on ledger_entry;
      create policy involved on ledger_entry for select to assent_application using (${involvement});
      delete from stream_head where stream in ('ledger', 'definitions');
      delete from person where id = '${systemIds.personId}';
      delete from organisation where id = '${systemIds.organisationId}';
    `);
  }
}

const everybodysStreams = `stream in ('ledger', 'definitions')`;

/** As it was from migration 6 on. */
const involvement = `((select scope_sees_all())
  or (stream = 'directory' and ((select scope_directory()) or actor_id = (select scope_person())))
  or lead_organisation_id = any ((select scope_leads())::uuid[])
  or exists (select from proposal p where p.id = proposal_id))`;
