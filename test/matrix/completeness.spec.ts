// The tables lack nothing that the public schema has, and name nothing that it has not.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, isEnumType, type GraphQLObjectType } from 'graphql';
import { lifecycle, roleKeys, signOffKeys } from '#governance';
import { personas } from '../../apps/launcher/demonstration-people.js';
import { personaKeys } from '../harness/index.js';
import { columnGroups, everyRole, personaColumns, type Column } from './columns.js';
import { parse, readTable, situations, tableNames, unreachedStates, type Grid } from './notation.js';

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
const grids = tableNames.flatMap(readTable);
const namesOf = (type: GraphQLObjectType): string[] => Object.keys(type.getFields()).sort();
const membersOf = (name: string): string[] => {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map(each => each.name) : [];
};
const queries = namesOf(schema.getQueryType()!);
const mutations = namesOf(schema.getMutationType()!);
const named = new Set(grids.map(({ operation }) => operation));
const particularsOf = (operation: string): string[] =>
  grids.filter(grid => grid.operation === operation).map(({ particulars }) => particulars);

describe('The tables of operations', () => {
  it('name every query and mutation of the schema, and no other', () => {
    expect([...named].sort()).toEqual([...queries, ...mutations].sort());
  });

  it('have a row for every state, or say that no command leads there', () => {
    expect([...new Set([...Object.values(situations), ...unreachedStates])].sort()).toEqual(
      membersOf('ProposalState').sort(),
    );
  });

  it('have a row for every state that a command leads to', () => {
    const reached = Object.values(lifecycle).flatMap(stage => Object.values(stage));
    expect(reached.filter(state => unreachedStates.includes(state!))).toEqual([]);
  });

  it('have a column for every persona, and every role in one', () => {
    expect(Object.values(personaColumns).sort()).toEqual([...personaKeys].sort());
    const held = new Set([...personas.map(({ role }) => role), ...everyRole]);
    expect([...held].sort()).toEqual([...roleKeys].sort());
  });

  it('try every sign-off with every finding, every outcome, every tier and every audience', () => {
    const pairs = signOffKeys.flatMap(key => membersOf('Finding').map(finding => `${key} ${finding}`));
    const tried: [operation: string, particulars: string[]][] = [
      ['giveSignOff', pairs],
      ['withdrawSignOff', [...signOffKeys]],
      ['recordDecision', membersOf('DecisionOutcome')],
      ['raiseTier', membersOf('Tier')],
      ['raiseConcern', membersOf('ConcernAudience')],
      ['comment', membersOf('CommentAudience')],
    ];
    for (const [operation, particulars] of tried)
      expect(particularsOf(operation)).toEqual(expect.arrayContaining(particulars));
  });

  it.each(mutations)('%s meets every column, in every situation it can be sent in', mutation => {
    const all = grids.filter(({ operation }) => operation === mutation);
    const rows = all.some(isOfProposals) ? Object.keys(situations) : ['undefined'];
    const met = new Set(all.flatMap(({ cells }) => cells.map(({ situation, column }) => `${situation} ${column}`)));
    const wanted = rows.flatMap(row => wholeLine.map(column => `${row} ${column}`));
    expect(wanted.filter(cell => !met.has(cell))).toEqual([]);
  });

  it('hold no cell twice', () => {
    for (const { title, cells } of grids) {
      const keys = cells.map(({ situation, concern, column }) => `${situation}/${concern} ${column}`);
      expect([title, keys.filter((key, at) => keys.indexOf(key) !== at)]).toEqual([title, []]);
    }
  });

  it('are as many as they say', () => {
    const cells = grids.flatMap(each => each.cells);
    process.stdout.write(`matrix: ${grids.length} grids, ${cells.length} cells of operations\n`);
    expect(cells.length).toBeGreaterThanOrEqual(16_000);
  });
});

describe('The notation', () => {
  const line = `  draft  ${'D '.repeat(31)}`;
  const heading = `    ${columnGroups.slice(0, -1).flat().join(' ')}`;

  it('refuses a line that has lost a letter, a column that is unknown, and a situation that there is not', () => {
    const withLine = (text: string): Grid[] => parse(['comment', heading, text].join('\n'), 'a table');
    expect(withLine(line)[0]?.cells).toHaveLength(31);
    expect(() => withLine(line.replace('D ', ''))).toThrow('30 letters for 31 columns');
    expect(() => withLine(line.replace('draft', 'drift'))).toThrow('there is no situation drift');
    expect(() => parse(`comment\n${heading.replace('an', 'xx')}`, 'a table')).toThrow('not all columns');
  });
});

const wholeLine: readonly Column[] = columnGroups.slice(0, -1).flat();
const isOfProposals = ({ cells }: Grid): boolean => cells.some(({ situation }) => situation !== undefined);
