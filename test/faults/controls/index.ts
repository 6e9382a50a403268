// Negative controls: the product with one of its promises broken. Each has to be noticed, or the campaign could not fail.
import { withDatabase, type Imports } from '../product.js';
import type { FaultCounts } from '../faults.js';

export const controlNames = [
  'synchronous-commit-off',
  'reply-before-commit',
  'unique-key-dropped',
  'outbox-outside-the-transaction',
  'place-outside-the-transaction',
] as const;
export type ControlName = (typeof controlNames)[number];

export interface Control {
  /** What is broken, in a sentence. */
  breaks: string;
  /** The invariant that has to fall, by its key. */
  falls: string;
  /** Statements for the superuser, before anybody is connected. */
  sql?: string[];
  /** Loaded into the processes of the product. */
  imports?: Imports;
  /** What is done to it; nothing else is. */
  faults: Partial<FaultCounts>;
}

const withoutOutbox = `do $$
declare source text;
begin
  for source in select pg_get_functiondef(oid) from pg_proc where proname = 'record_command' loop
    if source not like '%insert into outbox%' then raise exception 'record_command writes no outbox any more.'; end if;
    execute regexp_replace(source, 'insert into outbox[^;]*;', '', 'g');
  end loop;
end $$`;

export const controls: Record<ControlName, Control> = {
  'synchronous-commit-off': {
    breaks: 'PostgreSQL says that a transaction is committed before it has written it anywhere.',
    falls: 'I1',
    // The writer of the log sleeps, so that what was committed last is in memory alone.
    sql: [
      'alter system set synchronous_commit = off',
      `alter system set wal_writer_delay = '10s'`,
      `alter system set wal_writer_flush_after = '1GB'`,
      'select pg_reload_conf()',
    ],
    faults: { 'kill -9 PostgreSQL': 3 },
  },
  'reply-before-commit': {
    breaks: 'The api answers while its COMMIT has not been sent yet.',
    falls: 'I1',
    imports: { api: new URL('./reply-before-commit.mjs', import.meta.url) },
    faults: { 'kill -9 api': 4 },
  },
  'unique-key-dropped': {
    breaks: 'Two receipts may have the same person and command id, and sign_off_act has no constraint left.',
    falls: 'I6',
    sql: [
      'alter table command_receipt drop constraint command_receipt_pkey',
      'alter table sign_off_act drop constraint sign_off_act_pkey, drop constraint one_part_a_person',
      'alter table sign_off_act drop constraint sign_off_act_proposal_id_person_id_part_ordinal_key',
      'drop index purpose_or_proportionality, proportionality_or_transparency',
    ],
    faults: {},
  },
  'outbox-outside-the-transaction': {
    breaks: 'The outbox is written after the commit, by a statement of its own.',
    falls: 'I4',
    sql: [withoutOutbox],
    imports: { api: new URL('./outbox-after-commit.mjs', import.meta.url) },
    faults: { 'kill -9 api': 4 },
  },
  'place-outside-the-transaction': {
    breaks: 'A worker takes entries out of the outbox, commits, and gives them their places afterwards.',
    falls: 'P',
    imports: { worker: new URL('./place-after-commit.mjs', import.meta.url) },
    faults: { 'kill -9 worker': 6 },
  },
};

/** Breaks what the control breaks in the database. */
export const breakDatabase = (url: string, { sql = [] }: Control): Promise<void> =>
  withDatabase(url, async client => {
    for (const statement of sql) await client.query(statement);
  });
