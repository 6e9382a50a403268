// By which entry words are gone: looked up for whoever reads the entry that held them.
import type { DataSource } from 'typeorm';
import type { Actor } from '#governance';
import { run, withClient, type Statement } from '../connection.js';
import { onBehalf, scopeOf, scopeValues } from '../visible-to.js';
import { placesOf } from './said-erasures.js';

const statement: Statement = {
  name: 'erasers',
  text: onBehalf(`select e.id, place.stream, place.sequence, place.paths from ledger_entry e, ${placesOf('e')}
    where (select entered from asker) and e.type = 'WordsErased' and place.stream = any ($7::text[])
      and e.stream in (place.stream, 'erasures')`),
};

interface Row {
  id: string;
  stream: string;
  sequence: number;
  paths: string[];
}

export interface WordsPlace {
  stream: string;
  sequence: number;
  path: string;
}

/** In the order asked for, the id of the entry that says the erasure; null where no entry of this ledger does. */
export async function findErasers(
  dataSource: DataSource,
  actor: Actor,
  places: readonly WordsPlace[],
): Promise<(string | null)[]> {
  const streams = [...new Set(places.map(({ stream }) => stream))];
  const values = [...scopeValues(scopeOf(actor)), streams];
  const rows = await withClient(dataSource, client => run<Row>(client, statement, values));
  const takes =
    ({ stream, sequence, path }: WordsPlace) =>
    (row: Row) =>
      row.stream === stream && row.sequence === sequence && row.paths.includes(path);
  return places.map(place => rows.find(takes(place))?.id ?? null);
}
