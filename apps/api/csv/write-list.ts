// A list as CSV, page by page, each asked of the API's own schema as the person who wants it: the same permissions, the same record of
// what auditors read. It is sent as it is read, so that a long list takes no memory.
import { execute, type GraphQLError, type GraphQLSchema, type OperationDefinitionNode, parse } from 'graphql';
import { csvLine } from '#csv';
import type { RecordReading } from '#store';
import { costOf } from '../graphql/cost.js';
import { payFor } from '../graphql/limit-guard.js';
import { LIMITS } from '../graphql/limits.js';
import type { RequestContext } from '../identity/context.js';
import { recordReadingOf } from '../identity/record-auditors.js';
import { cellOf, type CsvList } from './lists.js';
import { type Asked, readFilter } from './read-filter.js';

/** Rows of one file. */
export const MOST_ROWS = 10_000;

export interface Writing {
  schema: GraphQLSchema;
  list: CsvList;
  asked: Asked;
  /** A new one for each page. */
  contextOf: () => RequestContext;
  record: RecordReading;
}

interface ReadPage {
  rows: unknown[];
  after: string | null;
}

/** The first page is read, paid for and recorded when this resolves; it rejects with what stands against it. */
export async function writeList(writing: Writing, most = MOST_ROWS): Promise<AsyncGenerator<string>> {
  const { schema, list, asked } = writing;
  const [operation] = parse(list.query).definitions as [OperationDefinitionNode];
  const variables = readFilter(schema, operation, asked);
  const read = (after: string | null, first: number) => readPage(writing, operation, { ...variables, first, after });
  return lines(list, await read(null, Math.min(LIMITS.page, most)), { read, most, bom: asked['bom'] === 'true' });
}

interface Going {
  read: (after: string, first: number) => Promise<ReadPage>;
  most: number;
  bom: boolean;
}

/** Spreadsheets that know no better take a file for UTF-8 only if it begins so. */
const BOM = '\uFEFF';

async function* lines({ columns }: CsvList, begun: ReadPage, { read, most, bom }: Going): AsyncGenerator<string> {
  yield (bom ? BOM : '') + csvLine(columns.map(([heading]) => heading));
  let page = begun;
  for (let left = most; ; page = await read(page.after, Math.min(LIMITS.page, left))) {
    const rows = page.rows.slice(0, left);
    left -= rows.length;
    yield rows.map(row => csvLine(columns.map(([, path]) => cellOf(row, path)))).join('');
    if (left === 0 && (page.after !== null || page.rows.length > rows.length))
      yield csvLine(tooMany(most, columns.length));
    if (left === 0 || page.after === null) return;
  }
}

const tooMany = (most: number, columns: number): string[] => [
  `There is more: this file ends after ${most} rows. Ask for less at a time.`,
  ...Array<string>(columns - 1).fill(''),
];

async function readPage(
  { schema, list, contextOf, record }: Writing,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Promise<ReadPage> {
  const context = contextOf();
  payFor(costOf({ schema, operation, fragments: new Map(), variables }), context.account);
  const document = { kind: 'Document', definitions: [operation] } as never;
  const { data, errors } = await execute({ schema, document, contextValue: context, variableValues: variables });
  if (errors) throw errors[0] as GraphQLError;
  await recordReadingOf(context, record);
  const found = list.at.reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], data);
  return pageOf(found as Connection | unknown[]);
}

interface Connection {
  edges: { node: unknown }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const pageOf = (found: Connection | unknown[]): ReadPage =>
  Array.isArray(found)
    ? { rows: found, after: null }
    : {
        rows: found.edges.map(({ node }) => node),
        after: found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null,
      };
