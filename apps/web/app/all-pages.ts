// A connection read to its end, page by page, up to so many pages.

export interface Page<Item> {
  edges: readonly { node: Item }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface AllPages<Item> {
  items: Item[];
  /** There are more, which were not read. */
  hasMore: boolean;
}

export async function allPages<Item>(
  read: (after: string | null) => Promise<Page<Item>>,
  most: number,
): Promise<AllPages<Item>> {
  const items: Item[] = [];
  let after: string | null = null;
  for (let page = 0; page < most; page++) {
    const { edges, pageInfo }: Page<Item> = await read(after);
    items.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return { items, hasMore: false };
    after = pageInfo.endCursor;
  }
  return { items, hasMore: true };
}
