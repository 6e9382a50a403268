// What an answer of the api shows, as far as it matters for changes by others: which proposals, and whether it is a list that another
// proposal may come into.

export interface Seen {
  proposals: ReadonlySet<string>;
  isList: boolean;
}

/** Lists that are work to be done: they change by themselves. A page of history that somebody reads does not move under their eyes. */
const living: ReadonlySet<unknown> = new Set(['TaskConnection', 'ProposalConnection']);

/** The cache asks for `__typename` everywhere. */
export function seenIn(data: unknown): Seen {
  const proposals = new Set<string>();
  let isList = false;
  const look = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(look);
    if (typeof value !== 'object' || value === null) return;
    const { __typename, id } = value as { __typename?: unknown; id?: unknown };
    if (__typename === 'Proposal' && typeof id === 'string') proposals.add(id);
    if (living.has(__typename)) isList = true;
    Object.values(value).forEach(look);
  };
  look(data);
  return { proposals, isList };
}

interface Asked {
  variables: object;
  seen: Seen;
}

/** Does a change of one of these proposals concern what was asked? */
export function isTold({ variables, seen }: Asked, ids: readonly string[]): boolean {
  const named = JSON.stringify(variables);
  return seen.isList || ids.some(id => seen.proposals.has(id) || named.includes(id));
}
