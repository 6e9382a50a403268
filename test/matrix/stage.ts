// The stage of one table: the api, the people of the columns, and the proposals that cells stand on.
import { digestTables, openApi, type Member, type OpenApi, type TableDigests } from '../harness/index.js';
import { endRoles, makeColumns, takeBack, type Column } from './columns.js';
import { each, knock } from './door.js';
import type { Cell, Grid } from './notation.js';
import { letterOf, readerLetterOf } from './outcomes.js';
import { bringAbout, noSubject, type Company, type Plot, type Subject } from './past.js';
import { readingFor } from './readings.js';
import { Worker } from './worker.js';
import { commentOf, concernOf, conditionOf, newCommandId, requests, takenOf, type Hall } from './requests.js';

export interface Stage {
  api: OpenApi;
  worker: Worker;
  members: Record<Column, Member>;
  company: Company;
  /** By what they are needed for. */
  subjects: Map<string, Subject>;
}

/** Leaves nothing open when it fails. */
export async function openStage(): Promise<Stage> {
  const api = await openApi();
  try {
    const members = await makeColumns(api.store.cast);
    const actors = {} as Company['actors'];
    for (const [column, member] of Object.entries(members))
      if (column !== 'no' && column !== 'rv') actors[column as Column] = await api.store.actorOf(member);
    return { api, worker: new Worker(api), members, company: { api, actors }, subjects: new Map() };
  } catch (error) {
    await api.close();
    throw error;
  }
}

export const isQuery = ({ operation }: Grid): boolean => !(operation in requests);

/** May cells share what they stand on? Those that are refused, and those whose command leaves the proposal as it was. */
const isShared = ({ operation }: Grid, { letter }: Cell): boolean =>
  letter !== 'Y' || requests[operation]?.isHarmless === true;

/** How what a cell stands on comes about; undefined where it stands on no proposal. */
function plotOf(grid: Grid, cell: Cell): Plot | undefined {
  const { situation, concern, column } = cell;
  if (!situation) return undefined;
  const { author, particulars } = grid;
  const raised = concern ? concernOf(particulars, concern) : {};
  const own = isShared(grid, cell) ? {} : { of: column };
  return {
    situation,
    author,
    ...raised,
    ...conditionOf(particulars),
    ...takenOf(particulars),
    ...commentOf(particulars),
    ...own,
  };
}

/** What is no proposal's is brought along. */
const bringOf = ({ operation }: Grid, { situation }: Cell) => (situation ? undefined : requests[operation]?.bring);

function keyOf(grid: Grid, cell: Cell): string {
  if (bringOf(grid, cell)) return JSON.stringify([grid.title, cell.column]);
  const plot = plotOf(grid, cell);
  return JSON.stringify(isShared(grid, cell) ? plot : [grid.title, plot]);
}

/** Builds what these cells stand on; then the author leaves, where the grid says that they have. */
export async function prepare(stage: Stage, grid: Grid, cells: Cell[]): Promise<void> {
  const { api, company, members, subjects } = stage;
  const isOfLeaver = grid.author === 'lv';
  if (isOfLeaver) members.lv = await takeBack(api.store.cast, members.lv);
  const wanted = new Map(cells.map(cell => [keyOf(grid, cell), cell]));
  const missing = [...wanted].filter(([key]) => !subjects.has(key));
  const build = async (cell: Cell): Promise<Subject> => {
    const bring = bringOf(grid, cell);
    if (bring) return { ...noSubject(), ...(await bring(grid.particulars, cell.column, { ...company, members })) };
    const plot = plotOf(grid, cell);
    return plot ? bringAbout(company, plot) : noSubject();
  };
  await each(missing, async ([key, cell]) => void subjects.set(key, await build(cell)), 4);
  if (isOfLeaver) await endRoles(api.store.cast, members.lv);
  await stage.worker.workFor(grid.operation);
}

/** The letter that the door gives for this cell. */
export async function play(stage: Stage, grid: Grid, cell: Cell): Promise<string> {
  const { api, members, subjects } = stage;
  const { token } = members[cell.column];
  const { operation, particulars } = grid;
  const hall: Hall = { subject: subjects.get(keyOf(grid, cell))!, members, column: cell.column };
  if (isQuery(grid)) {
    const read = readingFor(operation, particulars);
    return readerLetterOf(await knock(api.url, token, read.query, read.variables(hall)), data => read.seen(data, hall));
  }
  const input = { commandId: newCommandId(), ...requests[operation]!.input(particulars, hall) };
  return letterOf(await knock(api.url, token, mutationText(operation), { input }), operation);
}

/** What was changed and was not to be is no ground for the cells of later grids. */
export const forget = ({ subjects }: Stage, grid: Grid, cell: Cell): void => void subjects.delete(keyOf(grid, cell));

export interface Guilt {
  cell: Cell;
  /** The tables that were changed. */
  tables: string[];
}

/** Which of these refused cells changes the database: each is sent again, alone. */
export async function findGuilty(stage: Stage, grid: Grid, cells: Cell[]): Promise<Guilt | undefined> {
  const { database } = stage.api.store;
  for (const cell of cells) {
    await prepare(stage, grid, [cell]);
    const before = await digestTables(database);
    await play(stage, grid, cell);
    const tables = changedTables(before, await digestTables(database));
    if (tables.length > 0) return { cell, tables };
  }
  return undefined;
}

/** Those whose digests differ. */
export const changedTables = (before: TableDigests, after: TableDigests): string[] =>
  Object.keys(after).filter(name => before[name] !== after[name]);

const mutationText = (operation: string): string => {
  const input = `${operation[0]!.toUpperCase()}${operation.slice(1)}Input`;
  return `mutation ($input: ${input}!) { ${operation}(input: $input) { __typename ... on Problem { kind code } } }`;
};
