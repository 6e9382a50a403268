// Are the rows of proposals what their entries make of them? Each is made again and compared.
import { isDeepStrictEqual } from 'node:util';
import type { DataSource } from 'typeorm';
import type { Proposal } from '#governance';
import { eventsOf, fold, type StoredEvent } from '../rebuild.js';

export interface RowReport {
  /** How many were compared, of how many there are. */
  compared: number;
  proposals: number;
  /** Ids of those that differ from the fold of their entries. */
  differing: string[];
}

/** All rows, or `sample` of them taken at random. `progress` is told after each how many were compared. */
export async function inspectRows(
  dataSource: DataSource,
  { sample, progress }: { sample?: number; progress: (compared: number, of: number) => void },
): Promise<RowReport> {
  const [counted] = await dataSource.query<{ n: number }[]>('select count(*)::integer as n from proposal');
  const rows = await dataSource.query<{ id: string }[]>(
    `select id from proposal order by ${sample === undefined ? 'id' : 'random()'} limit $1`,
    [sample ?? null],
  );
  const report: RowReport = { compared: 0, proposals: counted?.n ?? 0, differing: [] };
  for (const { id } of rows) {
    if (!(await isItsFold(dataSource, id))) report.differing.push(id);
    report.compared += 1;
    progress(report.compared, rows.length);
  }
  return report;
}

async function isItsFold(dataSource: DataSource, id: string): Promise<boolean> {
  const [row] = await dataSource.query<{ content: unknown }[]>('select content from proposal where id = $1', [id]);
  const rebuilt = foldable(await eventsOf(dataSource, id));
  // As the column holds it: without members that are undefined.
  return rebuilt !== undefined && isDeepStrictEqual(row?.content, JSON.parse(JSON.stringify(rebuilt)));
}

/** Undefined for entries that no fold takes, as somebody's hand may have left them: then no row can be what they make. */
function foldable(events: StoredEvent[]): Proposal | undefined {
  try {
    return fold(events);
  } catch {
    return undefined;
  }
}
