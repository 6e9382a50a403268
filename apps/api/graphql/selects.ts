// Looks ahead: does this field's answer ask for a field of that name, at any depth? What nobody asked for need not be read.
import { Kind, type GraphQLResolveInfo, type SelectionNode } from 'graphql';

type Selecting = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** Never false for a field that is answered; it may be true for one that is not, such as under @skip. */
export function selects({ fieldNodes, fragments }: Selecting, names: readonly string[]): boolean {
  const seen = new Set<string>();
  const asks = (selections: readonly SelectionNode[] = []): boolean =>
    selections.some(node => {
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        if (seen.has(node.name.value)) return false;
        seen.add(node.name.value);
        return asks(fragments[node.name.value]?.selectionSet.selections);
      }
      return (node.kind === Kind.FIELD && names.includes(node.name.value)) || asks(node.selectionSet?.selections);
    });
  return fieldNodes.some(({ selectionSet }) => asks(selectionSet?.selections));
}
