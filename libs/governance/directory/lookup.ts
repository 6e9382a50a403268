// Finding by id what a command names. Whether it is there at all was asked before any rule runs.

/** Throws when there is none: a rule was asked although what the command names is missing. */
export function keyed<T extends { id: string }>(list: readonly T[], id: string): T {
  const one = list.find(each => each.id === id);
  if (!one) throw new Error(`${id} is not in the part of the directory that was loaded.`);
  return one;
}
