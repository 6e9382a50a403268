// Relay connections from keyset pages.
import { BadCursorError, decodeCursor, encodeCursor, keyPatterns, type Page } from '#store';
import { badUserInput } from '../graphql/refusals.js';

/** `after` tells whether there was a page before this one. */
export function connectionOf<T, View>(page: Page<T>, view: (item: T) => View, after: string | null | undefined) {
  const edges = page.items.map(({ cursor, item }) => ({ cursor, node: view(item) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: after !== null && after !== undefined,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: page.end ?? edges.at(-1)?.cursor ?? null,
    },
  };
}

/** A cursor that a list did not hand out is the client's mistake (BAD_USER_INPUT, HTTP 400), not a fault of ours. */
export async function readPage<T>(read: () => Promise<Page<T>> | Page<T>): Promise<Page<T>> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof BadCursorError) throw badUserInput(error.message);
    throw error;
  }
}

/** A page of a list that is at hand anyway; the key is the element's id. */
export function pageOfList<T extends { id: string }>(
  list: readonly T[],
  first: number,
  after: string | null | undefined,
): Page<T> {
  const [id] = decodeCursor(after, [keyPatterns.uuid]);
  const start = id === null ? 0 : list.findIndex(element => element.id === id) + 1;
  if (id !== null && start === 0) throw new BadCursorError();
  const items = list.slice(start, start + first).map(item => ({ cursor: encodeCursor([item.id]), item }));
  return { items, hasNextPage: start + first < list.length };
}
