// Plays a table over HTTP against the real api: first every cell that must be refused or only reads, with the database's digest
// before and after each grid; then every cell that must be recorded, each on a proposal of its own.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Member } from '../harness/index.js';
import { openApi, versioned, type OpenApi } from '../harness/index.js';
import { endRoles, makeColumns, takeBack, type Column } from './columns.js';
import { each, knock } from './door.js';
import { readTable, type Cell, type Grid } from './notation.js';
import { letterOf, letterOfError } from './outcomes.js';
import { bringAbout, type Company, type Plot, type Subject } from './past.js';
import { readingFor } from './readings.js';
import { concernOf, conditionOf, newCommandId, requests, type Hall } from './requests.js';

interface Played extends Cell {
  told: string;
}

const nobody: Subject = {
  ...{ proposalId: '', version: 0, title: '', author: 'an', sequence: 0 },
  ...{ firstEntryId: '', concernId: '', concernEntryId: '', conditionId: '' },
};
const isQuery = ({ operation }: Grid): boolean => !(operation in requests);
const places = ({ situation, concern }: Cell): string =>
  concern ? `${situation}/${concern}` : (situation ?? 'anywhere');

export function playTable(name: string): void {
  const grids = readTable(name);
  const stage = stageFor();
  const played: Played[] = [];
  beforeAll(() => stage.open());
  afterAll(async () => {
    await stage.close();
    process.stdout.write(`${summaryOf(name, played)}\n`);
  });

  /** Plays these cells and answers those that went otherwise than the table says. */
  const differing = async (grid: Grid, cells: Cell[]): Promise<string[]> => {
    const results = await each(cells, async cell => ({ ...cell, told: await stage.play(grid, cell) }));
    played.push(...results);
    return results.filter(({ told, letter }) => told !== letter).map(told);
  };
  const told = ({ letter, told: came, column, ...cell }: Played): string =>
    `${places(cell as Cell)} ${column}: ${letter} in the table, ${came} at the door`;

  describe(`${name}: what is refused, and what only reads`, () => {
    it.each(grids)('$title', async grid => {
      const cells = grid.cells.filter(({ letter }) => letter !== 'Y');
      await stage.prepare(grid, cells, 'shared');
      const before = await stage.digest();
      expect(await differing(grid, cells)).toEqual([]);
      if (isQuery(grid) || before === (await stage.digest())) return;
      expect(await stage.guilty(grid, cells)).toEqual('no cell that writes');
    });
  });

  const lawful = grids.filter(({ cells }) => cells.some(({ letter }) => letter === 'Y'));
  if (lawful.length === 0) return;
  describe(`${name}: what is recorded`, () => {
    it.each(lawful)('$title', async grid => {
      const cells = grid.cells.filter(({ letter }) => letter === 'Y');
      await stage.prepare(grid, cells, requests[grid.operation]!.isHarmless ? 'shared' : 'own');
      expect(await differing(grid, cells)).toEqual([]);
    });
  });
}

function summaryOf(name: string, played: Played[]): string {
  const count = (which: (cell: Played) => boolean): string => String(played.filter(which).length);
  const isAllowed = (letter: string): boolean => ['Y', 'w', 'p'].includes(letter);
  return [
    `matrix ${name}: ${played.length} cells`,
    `${count(({ told }) => !isAllowed(told))} refused`,
    `${count(({ told }) => isAllowed(told))} allowed`,
    `${count(({ letter, told }) => !isAllowed(letter) && isAllowed(told))} unexpected allows`,
    `${count(({ letter, told }) => isAllowed(letter) && !isAllowed(told))} unexpected denies`,
    `${count(({ letter, told }) => letter !== told)} otherwise than the table`,
  ].join(', ');
}

type Stage = ReturnType<typeof stageFor>;

function stageFor() {
  let api: OpenApi;
  let members: Record<Column, Member>;
  let company: Company;
  /** The proposals that cells of one grid stand on, by plot; those of cells that need their own by column too. */
  const subjects = new Map<string, Subject>();
  let isOwn = false;

  const plotOf = (grid: Grid, { situation, concern, column }: Cell): Plot | undefined =>
    situation && {
      situation,
      author: grid.author,
      ...(situation === 'concern' ? {} : concern ? concernOf(grid.particulars, concern) : {}),
      ...(grid.particulars.includes('evidence') || grid.particulars.includes('once')
        ? conditionOf(grid.particulars)
        : {}),
      ...(isOwn ? { of: column } : {}),
    };
  const keyOf = (grid: Grid, cell: Cell): string =>
    JSON.stringify(isOwn ? [grid.title, plotOf(grid, cell)] : plotOf(grid, cell));

  const hallOf = (grid: Grid, cell: Cell): Hall => ({ subject: subjects.get(keyOf(grid, cell)) ?? nobody, members });

  const ask = async (grid: Grid, cell: Cell): Promise<string> => {
    const { operation, particulars } = grid;
    const { token } = members[cell.column];
    const hall = hallOf(grid, cell);
    if (isQuery(grid)) {
      const read = readingFor(operation, particulars);
      if (!read) throw new Error(`No reading is known for ${grid.title}.`);
      const { status, body } = await knock(api.url, token, read.query, read.variables(hall));
      if (!body.errors) return read.seen(body.data!, hall);
      const { extensions, message } = body.errors[0]!;
      const isUnknown = status === 400 && message === unknown;
      return isUnknown ? '-' : letterOfError(status, extensions.code);
    }
    const input = { commandId: newCommandId(), ...requests[operation]!.input(particulars, hall) };
    return letterOf(await knock(api.url, token, mutationText(operation), { input }), operation);
  };

  return {
    open: async () => {
      api = await openApi();
      members = await makeColumns(api.store.cast);
      const actors = {} as Company['actors'];
      for (const [column, member] of Object.entries(members))
        if (!['no', 'rv'].includes(column)) actors[column as Column] = await api.store.actorOf(member);
      company = { api, actors };
    },
    close: () => api.close(),
    digest: () => api.digest(),
    /** Builds what these cells stand on; then the author leaves, where the grid says that they have. */
    prepare: async (grid: Grid, cells: Cell[], which: 'shared' | 'own'): Promise<void> => {
      isOwn = which === 'own';
      if (isOwn) subjects.clear();
      const { cast } = api.store;
      if (grid.author === 'lv') members.lv = await takeBack(cast, members.lv);
      const plots = new Map(cells.map(cell => [keyOf(grid, cell), plotOf(grid, cell)]));
      const missing = [...plots].filter(([key, plot]) => plot && !subjects.has(key));
      await each(missing, async ([key, plot]) => void subjects.set(key, await bringAbout(company, plot!)), 4);
      if (grid.author === 'lv') await endRoles(cast, members.lv);
    },
    play: async (grid: Grid, cell: Cell): Promise<string> => {
      const came = await ask(grid, cell);
      if (came === 'Y' && cell.letter !== 'Y') subjects.delete(keyOf(grid, cell));
      return came;
    },
    /** Which of these refused cells changed the database: each is sent again, alone. */
    guilty: async (grid: Grid, cells: Cell[]): Promise<string> => {
      for (const cell of cells) {
        const before = await api.digest();
        await ask(grid, cell);
        if (before !== (await api.digest())) return `${places(cell)} ${cell.column}`;
      }
      return 'something that none of them does alone';
    },
  };
}

/** What is said of a proposal that there is not, or that is not yours to read. */
const unknown =
  'There is nothing here that you can read. Check the id, or ask the lead organisation whether you are meant to see it.';

const mutationText = (
  operation: string,
): string => `mutation ($input: ${operation[0]!.toUpperCase()}${operation.slice(1)}Input!) {
  ${operation}(input: $input) { __typename ... on Problem { kind code } } }`;
