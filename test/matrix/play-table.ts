// Plays a table over HTTP against the real api: first every cell that is refused or only reads, with the digest of the whole
// database before and after each grid; then every cell that is recorded, each on a proposal of its own.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { digestTables } from '../harness/index.js';
import { each } from './door.js';
import { readTable, type Cell, type Grid } from './notation.js';
import { changedTables, findGuilty, forget, isQuery, openStage, play, prepare, type Stage } from './stage.js';

interface Played extends Cell {
  told: string;
}

const isRecorded = ({ letter }: Cell): boolean => letter === 'Y';

export function playTable(name: string): void {
  const grids = readTable(name);
  const lawful = grids.filter(({ cells }) => cells.some(isRecorded));
  const played: Played[] = [];
  let stage: Stage;
  beforeAll(async () => void (stage = await openStage()));
  afterAll(async () => {
    process.stdout.write(`${summaryOf(name, played)}\n`);
    await (stage as Stage | undefined)?.worker.close();
  });

  /** Answers what went otherwise than the table says. */
  const playAll = async (grid: Grid, cells: Cell[]): Promise<string[]> => {
    const results = await each(cells, async cell => ({ ...cell, told: await play(stage, grid, cell) }));
    played.push(...results);
    const differing = results.filter(({ told, letter }) => told !== letter);
    for (const cell of differing) forget(stage, grid, cell);
    return differing.map(describeOne);
  };

  describe(`${name}: what is refused, and what only reads`, () => {
    it.each(grids)('$title', async grid => {
      const cells = grid.cells.filter(cell => !isRecorded(cell));
      await prepare(stage, grid, cells);
      const { database } = stage.api.store;
      const before = isQuery(grid) ? undefined : await digestTables(database);
      expect(await playAll(grid, cells)).toEqual([]);
      // Auditors' readings are recorded: only a refused command has to leave everything as it was.
      if (!before) return;
      const changed = changedTables(before, await digestTables(database));
      if (changed.length > 0) expect([changed, await findGuilty(stage, grid, cells)]).toEqual('nothing changed');
    });
  });

  if (lawful.length === 0) return;
  describe(`${name}: what is recorded`, () => {
    it.each(lawful)('$title', async grid => {
      const cells = grid.cells.filter(isRecorded);
      await prepare(stage, grid, cells);
      expect(await playAll(grid, cells)).toEqual([]);
    });
  });
}

const describeOne = ({
  situation = 'anywhere',
  concern,
  column,
  letter,
  told,
}: Omit<Played, 'situation'> & { situation?: string }): string =>
  `${situation}${concern ? `/${concern}` : ''} ${column}: ${letter} in the table, ${told} at the door`;

const isAllowed = (letter: string): boolean => ['Y', 'w', 'p'].includes(letter);

function summaryOf(name: string, played: Played[]): string {
  const count = (which: (cell: Played) => boolean, what: string): string => `${played.filter(which).length} ${what}`;
  return [
    `matrix ${name}: ${played.length} cells`,
    count(({ told }) => !isAllowed(told), 'refused'),
    count(({ told }) => isAllowed(told), 'allowed'),
    count(({ letter, told }) => !isAllowed(letter) && isAllowed(told), 'unexpected allows'),
    count(({ letter, told }) => isAllowed(letter) && !isAllowed(told), 'unexpected denies'),
    count(({ letter, told }) => letter !== told, 'otherwise than the table'),
  ].join(', ');
}
