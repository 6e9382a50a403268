// What a query repeats in one place, such as { name name } or { link { a } link { b } }: brought together, so that it stands there once.
// graphql-js compares repeated fields pair by pair, which takes long and gives up at about a thousand; so a query within our limits
// is always served, and soon.
import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, Kind, print, type SelectionNode, type SelectionSetNode, visit } from 'graphql';

/** Works on the parsed document, before it is validated: Apollo has no hook of its own for that place. */
export const plainRepeats: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async parsingDidStart(request) {
        return async () => {
          const parsed = request as { document?: DocumentNode };
          if (parsed.document) parsed.document = withoutPlainRepeats(parsed.document);
        };
      },
    };
  },
};

/** A document that means the same. Spreads, and what has an alias or a directive, stay as they are, and are counted by the limits. */
export function withoutPlainRepeats(document: DocumentNode): DocumentNode {
  // On the way in, so that what was brought together here is brought together in its own selections afterwards.
  return visit(document, { SelectionSet: { enter: broughtTogether } });
}

function broughtTogether(set: SelectionSetNode): SelectionSetNode | undefined {
  const groups = new Map<string | SelectionNode, SelectionNode[]>();
  for (const node of set.selections) {
    const key = keyOf(node) ?? node;
    const group = groups.get(key);
    if (group) group.push(node);
    else groups.set(key, [node]);
  }
  if (groups.size === set.selections.length) return undefined;
  return { ...set, selections: [...groups.values()].map(asOne) };
}

/** The same for nodes that may become one; undefined for one that stays by itself. */
function keyOf(node: SelectionNode): string | undefined {
  if (node.kind === Kind.FRAGMENT_SPREAD || node.directives?.length) return undefined;
  if (node.kind === Kind.INLINE_FRAGMENT) return `... on ${node.typeCondition?.name.value ?? ''}`;
  if (node.alias) return undefined;
  return `${node.name.value}(${node.arguments?.map(print).join() ?? ''})${node.selectionSet ? '{}' : ''}`;
}

function asOne(group: SelectionNode[]): SelectionNode {
  const [first] = group as [SelectionNode];
  if (group.length === 1 || !('selectionSet' in first) || !first.selectionSet) return first;
  const selections = group.flatMap(node => ('selectionSet' in node ? (node.selectionSet?.selections ?? []) : []));
  return { ...first, selectionSet: { ...first.selectionSet, selections } };
}
