// The proof beside the ledger: the Merkle tree over the entries in their places, the checkpoints signed over it and the
// cosignatures of witnesses. All of it can be derived again, or checked, from the entries and the public keys.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Proof1763769600010 implements MigrationInterface {
  name = 'Proof1763769600010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table tree_node (
        level smallint not null check (level between 0 and 52),
        index bigint not null check (index >= 0),
        hash bytea not null check (length(hash) = 32),
        primary key (level, index)
      );
      comment on table tree_node is 'Roots of the perfect subtrees (RFC 9162): level 0 are the leaves, by the index of their entries.';

      create table tree_head (
        one boolean primary key default true check (one),
        size bigint not null,
        roots bytea[] not null,
        sealed_size bigint not null,
        witnessed_size bigint not null,
        check (witnessed_size <= sealed_size and sealed_size <= size)
      );
      comment on table tree_head is 'How far the tree has grown, and how much of it is under a checkpoint and under enough cosignatures.';
      insert into tree_head (size, roots, sealed_size, witnessed_size) values (0, '{}', 0, 0);

      create table checkpoint (
        size bigint primary key check (size >= 0),
        root bytea not null check (length(root) = 32),
        note text not null,
        signed_at timestamptz not null
      );
      comment on column checkpoint.note is 'The signed note, as signed by the log alone (c2sp.org/tlog-checkpoint).';

      create table cosignature (
        size bigint not null references checkpoint,
        witness text collate "C" not null,
        line text not null,
        cosigned_at timestamptz not null,
        primary key (size, witness)
      );
      comment on column cosignature.line is 'A signature line of the note, with its newline (c2sp.org/tlog-cosignature).';

      create trigger append_only before update or delete on tree_node for each row execute function refuse_change();
      create trigger no_truncate before truncate on tree_node for each statement execute function refuse_change();
      create trigger append_only before update or delete on checkpoint for each row execute function refuse_change();
      create trigger no_truncate before truncate on checkpoint for each statement execute function refuse_change();

      grant select, insert on tree_node, checkpoint, cosignature to assent_worker;
      grant select, update on tree_head to assent_worker;
      grant select on tree_node, tree_head, checkpoint, cosignature to assent_application, assent_auditor;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table cosignature, checkpoint, tree_head, tree_node');
  }
}
