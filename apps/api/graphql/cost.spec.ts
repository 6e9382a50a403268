import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { costOf } from './cost.js';

const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));

function cost(text: string, variables: Record<string, unknown> = {}): number {
  const { definitions } = parse(text);
  const operation = definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION) as FragmentDefinitionNode[];
  return costOf({ schema, operation, fragments: new Map(fragments.map(each => [each.name.value, each])), variables });
}

const list = (page: string) => `proposals${page} { edges { node { id title } } }`;

describe('The cost of an operation', () => {
  it('is its statements and its values', () => {
    expect(cost('{ viewer { person { displayName } } }')).toBeCloseTo(1 + 0.02);
    expect(cost('{ __typename }')).toBeCloseTo(0.01);
  });

  it('grows with the page: as asked, as a variable says, as usual', () => {
    const variable = `query ($n: Int = 7) { ${list('(first: $n)')} }`;
    const one = cost(`{ ${list('(first: 1)')} }`);
    const each = cost(`{ ${list('(first: 2)')} }`) - one;
    // The edge, its node and two values of it.
    expect(each).toBeCloseTo(4 * 0.01);
    expect(cost(`{ ${list('(first: 50)')} }`)).toBeCloseTo(one + 49 * each);
    expect(cost(`{ ${list('')} }`)).toBeCloseTo(one + 19 * each);
    expect(cost(variable, { n: 30 })).toBeCloseTo(one + 29 * each);
    expect(cost(variable)).toBeCloseTo(one + 6 * each);
    expect(cost(variable, { n: null })).toBeCloseTo(one + 19 * each);
  });

  it('counts a page that will be refused as the nearest that is not', () => {
    for (const size of ['101', '2147483647']) {
      expect(cost(`{ ${list(`(first: ${size})`)} }`)).toBe(cost(`{ ${list('(first: 100)')} }`));
    }
    for (const size of [-1, 0, '7', { a: 1 }, Number.NaN]) {
      expect(cost(`query ($n: Int) { ${list('(first: $n)')} }`, { n: size })).toBeLessThanOrEqual(
        cost(`{ ${list('(first: 20)')} }`),
      );
    }
  });

  it('counts a statement for each page within a page', () => {
    const nested = '{ proposals(first: 50) { edges { node { history(first: 1) { edges { cursor } } } } } }';
    expect(cost(nested)).toBeGreaterThan(50);
  });

  it('is the same through fragments, wherever the page stands', () => {
    const plain = `{ ${list('(first: 40)')} }`;
    const split = `{ proposals(first: 40) { ...C } } fragment C on ProposalConnection { ... { edges { ...E } } }
      fragment E on ProposalEdge { node { ... on Proposal { id ...T } } } fragment T on Proposal { title }`;
    expect(cost(split)).toBeCloseTo(cost(plain));
  });

  it('measures a bomb of fragments in as many steps as it has, and stays a number', () => {
    const bomb = Array.from(
      { length: 200 },
      (_, n) => `fragment F${n} on Proposal { history { pageInfo { endCursor } } ...F${n + 1} ...F${n + 1} }`,
    );
    const text = `{ proposal(id: 1) { ...F0 } } ${bomb.join(' ')} fragment F200 on Proposal { id }`;
    expect(Number.isFinite(cost(text))).toBe(true);
  });

  it('takes a mutation for a command, and the queries that do as much', () => {
    const mutation = 'mutation ($i: CommentInput!) { comment(input: $i) { __typename } }';
    expect(cost(mutation)).toBeCloseTo(10 + 0.01);
    expect(cost('{ proposalAsOf(id: 1) { id } }')).toBeCloseTo(10 + 0.01);
    expect(cost('{ myWork { totalCount } }')).toBeCloseTo(10 + 0.01);
  });

  it('counts a history that has to be folded, on each proposal of a page', () => {
    const one = cost('{ proposals(first: 1) { edges { node { progress { elapsedWorkingDays } } } } }');
    const two = cost('{ proposals(first: 2) { edges { node { progress { elapsedWorkingDays } } } } }');
    expect(two - one).toBeCloseTo(0.02 + 0.5 + 0.01);
    expect(cost('{ proposal(id: 1) { atRevision { id } } }')).toBeCloseTo(1 + 0.5 + 0.01);
  });

  it('lets a screen of review be far below what comes back in a second', () => {
    const screen = `{ proposal(id: 1) { myLastReview revisions { revision changedPaths } before: atRevision { dossier { retention } }
      concerns(first: 50) { edges { node { statement onRevision aboutPlaces { place quote } } } }
      signOffs { key whoMay { displayName } whyNot { message } history { status at } } } }`;
    expect(cost(screen)).toBeLessThan(50);
  });

  it('lets an ordinary screen be far below what comes back in a second', () => {
    const screen = `{ viewer { roles } proposals(first: 50) { totalCount edges { cursor node { id reference title state tier version
      updatedAt signOffs { key title status } decision { outcome } author { displayName } leadOrganisation { name } } } } }`;
    expect(cost(screen)).toBeLessThan(50);
  });
});
