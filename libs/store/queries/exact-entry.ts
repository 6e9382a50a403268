// One entry to the byte, for a receipt: for whoever made it, and for whoever may read all that the bytes say.
import type { DataSource } from 'typeorm';
import type { Actor } from '#governance';
import { run, withClient, type Statement } from '../connection.js';
import { isUuid } from '../identifiers.js';
import { onBehalf, scopeOf, scopeValues, visibleEntry } from '../visible-to.js';
import { reviewsHere, type Acknowledgement } from './history.js';

/** Words that survive, and what opens the commitment to them. */
export interface SaltedWords {
  /** JSON pointer into the entry's payload. */
  path: string;
  salt: Uint8Array;
  /** Canonical JSON. */
  text: string;
}

export interface ExactEntry {
  id: string;
  type: string;
  proposalId: string | null;
  /** Its place in the whole ledger; null until it has one. */
  index: number | null;
  acknowledgement: Acknowledgement;
  bytes: Uint8Array;
  /** By path. */
  words: SaltedWords[];
}

interface Row extends Omit<ExactEntry, 'index' | 'words'> {
  index: string | null;
  words: { path: string; salt: string; text: string }[] | null;
}

/**
 * Bytes cannot be shown in part. Those of a decision name each concern that it overruled, so they are not for somebody from whom
 * concerns among reviewers are hidden: whether there is one in them or not, lest the answer tell.
 */
const wholeToViewer = `(e.actor_id = viewer.me
  or (${visibleEntry('e', 'p')} and (e.type <> 'DecisionRecorded' or ${reviewsHere})))`;

const byId: Statement = {
  name: 'exact-entry',
  text: onBehalf(`select e.id, e.type, e.proposal_id as "proposalId", l.index, e.bytes,
      (select case when l.index < witnessed_size then 'WITNESSED' when l.index < sealed_size then 'SEALED'
        else 'RECORDED' end from tree_head) as acknowledgement,
      (select jsonb_agg(jsonb_build_object('path', w.path, 'salt', encode(w.salt, 'hex'), 'text', w.words) order by w.path)
        from entry_words w where w.stream = e.stream and w.sequence = e.sequence) as words
    from viewer, ledger_entry e
    left join proposal p on p.id = e.proposal_id left join ledger_position l on l.entry_id = e.id
    where e.id = $7 and asker.entered and ${wholeToViewer}`),
};

/** Undefined for an entry that is unknown or not theirs to read to the byte. */
export async function findExactEntry(
  dataSource: DataSource,
  actor: Actor,
  id: string,
): Promise<ExactEntry | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await withClient(dataSource, client => run<Row>(client, byId, [...scopeValues(scopeOf(actor)), id]));
  if (!row) return undefined;
  const words = (row.words ?? []).map(({ salt, ...each }) => ({ ...each, salt: Buffer.from(salt, 'hex') }));
  return { ...row, index: row.index === null ? null : Number(row.index), words };
}
