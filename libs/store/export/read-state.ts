// Rows of proposals for an export. One that has gone on since the checkpoint is folded again from the entries under it.
import type { Pin, Proposal } from '#governance';
import { run, type PgClient, type Statement } from '../connection.js';
import { proposalStream } from '../identifiers.js';
import { fold, storedEvents, type StoredEvent } from '../rebuild.js';

/** A row, with the columns that are read off it for lists. */
export interface StateRow {
  id: string;
  number: number;
  version: number;
  revision: number;
  state: string;
  tier: string;
  leadOrganisationId: string;
  authorId: string;
  partnerIds: string[];
  /** ISO 8601, UTC. */
  submittedAt: string | null;
  workflow: Pin;
  lastSequence: number;
  /** Hex. */
  lastHash: string;
  content: Proposal;
}

interface Row extends Omit<StateRow, 'number' | 'submittedAt' | 'lastHash'> {
  number: string;
  submittedAt: Date | null;
  lastHash: Buffer;
  isSealed: boolean;
}

const rows: Statement = {
  name: 'export-state',
  text: `select p.id, p.number, p.version, p.revision, p.state, p.tier, p.lead_organisation_id as "leadOrganisationId",
      p.author_id as "authorId", p.partner_ids as "partnerIds", p.submitted_at as "submittedAt",
      jsonb_build_object('key', p.workflow_key, 'version', p.workflow_version, 'digest', p.workflow_digest) as workflow,
      p.last_sequence as "lastSequence", p.last_hash as "lastHash", p.content, coalesce(l.index < $1, false) as "isSealed"
    from proposal p
    left join ledger_entry e on e.stream = 'proposal:' || p.id and e.sequence = p.last_sequence
    left join ledger_position l on l.entry_id = e.id
    where p.id > $2 order by p.id limit $3`,
};

const sealedEvents: Statement = {
  name: 'export-sealed-events',
  text: `select s.*, e.hash from (${storedEvents('$1::text[]', 'true')}) s
    join ledger_entry e on e.stream = s.stream and e.sequence = s.sequence
    join ledger_position l on l.entry_id = e.id where l.index < $2 order by s.sequence`,
};

const nil = '00000000-0000-0000-0000-000000000000';
const page = 200;

export async function* readState(client: PgClient, size: number): AsyncGenerator<StateRow[]> {
  for (let last: string | undefined = nil; last !== undefined;) {
    const found: Row[] = await run<Row>(client, rows, [size, last, page]);
    const made: StateRow[] = [];
    for (const row of found) {
      const sealed = row.isSealed ? asExported(row) : await foldSealed(client, row, size);
      if (sealed) made.push(sealed);
    }
    yield made;
    last = found.length < page ? undefined : found.at(-1)?.id;
  }
}

const asExported = ({ isSealed: _, ...row }: Row): StateRow => ({
  ...row,
  number: Number(row.number),
  submittedAt: row.submittedAt?.toISOString() ?? null,
  lastHash: row.lastHash.toString('hex'),
});

/** Undefined where no entry of it is under the checkpoint. */
async function foldSealed(client: PgClient, { id, number }: Row, size: number): Promise<StateRow | undefined> {
  const events = await run<StoredEvent & { sequence: number; hash: Buffer }>(client, sealedEvents, [
    [proposalStream(id)],
    size,
  ]);
  const [content, last] = [fold(events), events.at(-1)];
  if (!content || !last) return undefined;
  const { version, revision, state, tier, leadOrganisationId, partnerIds, workflow } = content;
  return {
    ...{ id, number: Number(number), version, revision, state, tier, leadOrganisationId, partnerIds, workflow },
    authorId: content.author.personId,
    submittedAt: content.submittedAt ?? null,
    lastSequence: last.sequence,
    lastHash: last.hash.toString('hex'),
    content,
  };
}
