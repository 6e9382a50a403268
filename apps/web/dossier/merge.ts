// The three-way merge of two people’s work on one dossier: what was there, what I have, what the other has.
import { listSections } from './fields.js';
import { isSame, type Json, type Leaves } from './leaves.js';

export interface Merged {
  leaves: Leaves;
  /** Places that both changed, differently. Mine stands there until somebody says otherwise. */
  conflicts: string[];
}

/** A place that only one of us changed is as that one has it. Of a row, a change outweighs a removal. */
export function merge(base: Leaves, mine: Leaves, theirs: Leaves): Merged {
  const leaves: Record<string, Json> = {};
  const conflicts: string[] = [];
  const places = new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)]);
  for (const at of places) {
    const [was, my, their] = [base[at], mine[at], theirs[at]];
    const isConflict = !isSame(my, their) && !isSame(was, my) && !isSame(was, their);
    const merged = isConflict ? (my ?? their) : isSame(was, my) ? their : my;
    if (merged !== undefined) leaves[at] = merged;
    if (isConflict && my !== undefined && their !== undefined) conflicts.push(at);
  }
  for (const at of conflicts.filter(isIds))
    leaves[at] = mergeIds(base[at] as string[], mine[at] as string[], theirs[at] as string[]);
  for (const list of listSections) leaves[list] = withChanged(list, { base, mine, theirs }, leaves);
  return { leaves, conflicts: conflicts.filter(at => !isIds(at)) };
}

const isIds = (at: string): boolean => listSections.some(list => list === at) || at.endsWith('.purposeIds');

/** Theirs in their order, without what I took out, then what I added. */
export function mergeIds(base: readonly string[] = [], mine: readonly string[] = [], theirs: readonly string[] = []) {
  const isOut = (id: string) => base.includes(id) && !mine.includes(id);
  return [...theirs.filter(id => !isOut(id)), ...mine.filter(id => !base.includes(id) && !theirs.includes(id))];
}

/** A row that one took out and the other has changed is there again. */
function withChanged(list: string, of: { base: Leaves; mine: Leaves; theirs: Leaves }, merged: Leaves): string[] {
  const ids = [...((merged[list] as string[] | undefined) ?? [])];
  const inAll = new Set([...((of.mine[list] as string[]) ?? []), ...((of.theirs[list] as string[]) ?? [])]);
  for (const id of inAll) {
    if (ids.includes(id)) continue;
    const keeper = ((of.mine[list] as string[]) ?? []).includes(id) ? of.mine : of.theirs;
    const own = Object.keys(keeper).filter(at => at.startsWith(`${list}.${id}.`));
    if (own.some(at => !isSame(of.base[at], keeper[at]))) ids.push(id);
  }
  return ids;
}
