// How large an operation is, with its fragments spread out. Each fragment is measured once, so a bomb of fragments costs no more than its text.
import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export interface Size {
  depth: number;
  /** Levels below `__schema`, which are not counted in `depth`. */
  introspectionDepth: number;
  aliases: number;
  directives: number;
}

interface Selecting {
  directives?: readonly DirectiveNode[];
  selectionSet?: { selections: readonly SelectionNode[] };
}

const NOTHING: Size = { depth: 0, introspectionDepth: 0, aliases: 0, directives: 0 };

/** Measures a validated operation: its fragments exist and form no cycle. */
export function measure(operation: OperationDefinitionNode, fragments: Fragments): Size {
  const known = new Map<string, Size>();

  const spread = (name: string): Size => {
    const size = known.get(name) ?? within(fragments.get(name) ?? {});
    known.set(name, size);
    return size;
  };
  const within = (node: Selecting): Size => {
    const parts = (node.selectionSet?.selections ?? []).map(select);
    return parts.reduce(together, { ...NOTHING, directives: node.directives?.length ?? 0 });
  };
  const select = (node: SelectionNode): Size => {
    if (node.kind === Kind.INLINE_FRAGMENT) return within(node);
    if (node.kind === Kind.FRAGMENT_SPREAD)
      return together(spread(node.name.value), within({ directives: node.directives }));
    return asField(within(node), node.name.value, node.alias !== undefined);
  };

  const variables = (operation.variableDefinitions ?? []).map(within);
  return variables.reduce(together, within(operation));
}

/** The names of an operation's root fields, `__typename` and the like left out; by those of the answer, each is one thing done. */
export function rootFields(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  nameOf = ({ alias, name }: FieldNode): string => (alias ?? name).value,
): Set<string> {
  const names = new Set<string>();
  const seen = new Set<string>();
  const walk = (selections: readonly SelectionNode[] = []): void => {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        if (!node.name.value.startsWith('__')) names.add(nameOf(node));
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        walk(node.selectionSet.selections);
      } else if (!seen.has(node.name.value)) {
        seen.add(node.name.value);
        walk(fragments.get(node.name.value)?.selectionSet.selections);
      }
    }
  };
  walk(operation.selectionSet.selections);
  return names;
}

function asField(inner: Size, name: string, aliased: boolean): Size {
  const aliases = inner.aliases + (aliased ? 1 : 0);
  if (name === '__schema') return { ...inner, aliases, depth: 1, introspectionDepth: inner.depth + 1 };
  return { ...inner, aliases, depth: inner.depth + 1 };
}

function together(a: Size, b: Size): Size {
  return {
    depth: Math.max(a.depth, b.depth),
    introspectionDepth: Math.max(a.introspectionDepth, b.introspectionDepth),
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
  };
}
