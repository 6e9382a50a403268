import { describe, expect, it } from '@jest/globals';
import { Kind, parse, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { selects } from './selects.js';

/** What graphql-js hands to the resolver of the first root field. */
function infoOf(query: string) {
  const { definitions } = parse(query);
  const [operation] = definitions as [OperationDefinitionNode];
  const fragments = definitions.filter(
    (each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION,
  );
  return {
    fieldNodes: operation.selectionSet.selections.filter(node => node.kind === Kind.FIELD),
    fragments: Object.fromEntries(fragments.map(fragment => [fragment.name.value, fragment])),
  };
}

const asked = (query: string): boolean => selects(infoOf(query), ['dossier', 'availableCommands']);

describe('looking ahead', () => {
  it.each([
    '{ proposals { edges { node { id title } } } }',
    '{ proposals { edges { node { dossier: title } } } }',
    '{ proposals { ...F } } fragment F on C { edges { node { id } } } fragment G on P { dossier { summary } }',
  ])('finds nothing in %s', query => expect(asked(query)).toBe(false));

  it.each([
    '{ proposals { edges { node { dossier { summary } } } } }',
    '{ proposals { edges { node { mine: availableCommands { command } } } } }',
    '{ proposals { edges { node { ... on Proposal { dossier { summary } } } } } }',
    '{ proposals { ...F } } fragment F on C { edges { node { ...G } } } fragment G on P { dossier { summary } }',
    '{ proposals { edges { node { dossier @include(if: false) { summary } } } } }',
    '{ proposals { edges { cursor } } proposals { edges { node { dossier { summary } } } } }',
  ])('finds it in %s', query => expect(asked(query)).toBe(true));
});
