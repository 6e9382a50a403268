// Erasures as the ledger says them: the entries WordsErased, with the ids of the entries whose words they took.
import { run, type PgClient, type Statement } from '../connection.js';
import type { ListedErasure, ListedPlace } from './erasure-list.js';

/** What an entry `e` of type WordsErased says it took, as rows of `place`. */
export const placesOf = (entry: string): string =>
  `jsonb_to_recordset(convert_from(${entry}.bytes, 'UTF8')::jsonb #> '{payload,erased}')
    as place (stream text, sequence integer, paths jsonb)`;

const said: Statement = {
  name: 'said-erasures',
  text: `select e.id, e.at, (select jsonb_agg(jsonb_build_object(
        'stream', taken.stream, 'sequence', taken.sequence, 'entry', taken.id, 'paths', place.paths))
      from ${placesOf('e')} join ledger_entry taken on taken.stream = place.stream and taken.sequence = place.sequence) as erased
    from ledger_entry e where e.type = 'WordsErased' and ($1::uuid[] is null or e.id = any ($1)) order by e.at, e.id`,
};

interface Row {
  id: string;
  at: Date;
  erased: ListedPlace[] | null;
}

/** Of these entries, or of all that the connection may see. */
export async function saidErasures(client: PgClient, ids: readonly string[] | null): Promise<ListedErasure[]> {
  const rows = await run<Row>(client, said, [ids]);
  return rows.map(({ id, at, erased }) => ({ at: at.toISOString(), by: id, erased: erased ?? [] }));
}
