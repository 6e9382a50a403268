// Data items that differ by their name alone share a row: twelve lines of “client, by name, no reason” are one fact.

export interface Item {
  name: string;
  about: string;
  identifiability: string;
  necessity: string | null;
  purposeIds: readonly string[];
}

export interface ItemGroup extends Omit<Item, 'name'> {
  names: string[];
}

/** In the order in which each kind first occurs. */
export function groupItems(items: readonly Item[]): ItemGroup[] {
  const groups = new Map<string, ItemGroup>();
  for (const { name, ...rest } of items) {
    const key = JSON.stringify([rest.about, rest.identifiability, rest.necessity, rest.purposeIds]);
    const group = groups.get(key) ?? { ...rest, names: [] };
    group.names.push(name);
    groups.set(key, group);
  }
  return [...groups.values()];
}
