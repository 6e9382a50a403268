// The notation of the tables: a title, a line of column letters, and rows of situations with one letter a cell.
import { readdirSync, readFileSync } from 'node:fs';
import { columnGroups, type Column } from './columns.js';

export const situations = {
  draft: 'DRAFTING',
  review: 'IN_REVIEW',
  purpose: 'IN_REVIEW',
  concern: 'IN_REVIEW',
  awaiting: 'AWAITING_DECISION',
  returned: 'RETURNED',
  approved: 'APPROVED',
  conditional: 'APPROVED_WITH_CONDITIONS',
  declined: 'DECLINED',
  redirected: 'REDIRECTED',
  withdrawn: 'WITHDRAWN',
  urgent: 'URGENT_RECORDED',
} as const;
export type Situation = keyof typeof situations;
/** States that the public schema names and that no command leads to yet. */
export const unreachedStates = ['ACTIVE', 'SUSPENDED', 'EXPIRED', 'CLOSED'];

const decided: Situation[] = ['approved', 'conditional', 'declined', 'redirected', 'withdrawn'];

export interface Place {
  /** Undefined: `anywhere`, for what is not about a proposal. */
  situation: Situation | undefined;
  /** How far the concern has come, of a row such as review/OPEN. */
  concern?: string;
}

export interface Cell extends Place {
  column: Column;
  letter: string;
}

/** One operation with its particulars (`giveSignOff purpose MET`) and all its cells. */
export interface Grid {
  title: string;
  operation: string;
  particulars: string;
  author: Column;
  cells: Cell[];
}

const tables = new URL('./table/', import.meta.url);
export const tableNames = readdirSync(tables).map(file => file.replace(/\.txt$/, ''));

export const readTable = (name: string): Grid[] => parse(readFileSync(new URL(`${name}.txt`, tables), 'utf8'), name);

/** Throws with the line's number where a line is not of the notation. */
export function parse(text: string, name: string): Grid[] {
  const grids: Grid[] = [];
  let open: Grid[] = [];
  let columns: Column[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const wrong = (why: string) => new Error(`${name}, line ${index + 1}: ${why}: ${line}`);
    if (line === '' || line.startsWith('#') || /^ +lead +partners/.test(line)) continue;
    if (!line.startsWith(' ')) grids.push(...(open = gridsOf(line)));
    else if (line.startsWith('   ')) columns = columnsOf(line, wrong);
    else for (const grid of open) grid.cells.push(...cellsOf(line, columns, wrong));
  }
  return grids;
}

type Wrong = (why: string) => Error;

/** `a: x, y; b` is a x, a y and b. */
function gridsOf(line: string): Grid[] {
  const [titles = '', author = 'an'] = line.split(', when the author is ');
  return titles.split('; ').flatMap(title => {
    const [lead = '', variants = ''] = title.split(': ');
    return variants.split(', ').map(variant => {
      const words = `${lead} ${variant}`.trim();
      const [operation = '', ...particulars] = words.split(' ');
      const suffix = author === 'an' ? '' : `, when the author is ${author}`;
      return {
        ...{ title: words + suffix, operation, particulars: particulars.join(' ') },
        ...{ author: author as Column, cells: [] },
      };
    });
  });
}

const known: readonly string[] = columnGroups.flat();
/** All columns but those of the authors that a title has to name. */
const wholeLine = columnGroups.slice(0, -1).flat().join(' ');

function columnsOf(line: string, wrong: Wrong): Column[] {
  const columns = line.trim().split(/ +/);
  if (columns.length > 1 && columns.join(' ') !== wholeLine) throw wrong('these are not all columns, in their order');
  if (!columns.every(column => known.includes(column))) throw wrong('there is no such column');
  return columns as Column[];
}

function cellsOf(line: string, columns: Column[], wrong: Wrong): Cell[] {
  const words = line.trim().split(/ +/);
  const letters = words.slice(words.findIndex(word => word.length === 1));
  if (letters.length !== columns.length) throw wrong(`${letters.length} letters for ${columns.length} columns`);
  const places = words.slice(0, -letters.length).flatMap(label => placesOf(label, wrong));
  return places.flatMap(place => columns.map((column, at) => ({ ...place, column, letter: letters[at]! })));
}

function placesOf(label: string, wrong: Wrong): Place[] {
  if (label === 'anywhere') return [{ situation: undefined }];
  const [name = '', concern] = label.split('/');
  const named = name === 'decided' ? decided : [name as Situation];
  if (!named.every(situation => situation in situations)) throw wrong(`there is no situation ${name}`);
  return named.map(situation => ({ situation, ...(concern ? { concern } : {}) }));
}
