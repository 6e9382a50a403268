// A whole connection as one query: asked again when what it asks for changes, and when the cache says that it did.
import { useEffect, useMemo, useState } from 'react';
import { useClient, useQuery, type CombinedError } from 'urql';
import type { TadaDocumentNode } from '../gql/graphql.js';
import { allPages, type AllPages, type Page } from './all-pages.js';

const MOST_PAGES = 10;

interface Asked<Data, Variables, Item> {
  query: TadaDocumentNode<Data, Variables & { after?: string | null }>;
  variables: Variables;
  pageOf: (data: Data) => Page<Item>;
  /** What it lists: asked again when a command answers one, also where there was none before. */
  typename: string;
}

interface Answer<Item> {
  data: AllPages<Item> | undefined;
  error: CombinedError | undefined;
}

/** The first page is watched; what follows is read after it, and again whenever it changes. */
export function useAll<Data, Variables extends object, Item>(
  { query, variables, pageOf, typename }: Asked<Data, Variables, Item>,
  pause = false,
): Answer<Item> & { fetching: boolean } {
  const client = useClient();
  const context = useMemo(() => ({ additionalTypenames: [typename] }), [typename]);
  const [first] = useQuery({ query, variables: { ...variables, after: undefined }, pause, context });
  const [answer, setAnswer] = useState<Answer<Item>>({ data: undefined, error: undefined });
  useEffect(() => {
    if (!first.data) return;
    let isWanted = true;
    const begun = first.data;
    const read = async (after: string | null): Promise<Page<Item>> => {
      if (after === null) return pageOf(begun);
      const { data, error } = await client.query(query, { ...variables, after }).toPromise();
      if (!data) throw error ?? new Error('A page came without data.');
      return pageOf(data);
    };
    allPages(read, MOST_PAGES).then(
      data => isWanted && setAnswer({ data, error: undefined }),
      (error: CombinedError) => isWanted && setAnswer({ data: undefined, error }),
    );
    return () => void (isWanted = false);
    // The first page changes with what is asked for.
  }, [first.data]);
  return { ...answer, error: answer.error ?? first.error, fetching: first.fetching };
}
