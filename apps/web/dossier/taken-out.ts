// A row that was taken out, as long as it can be brought back: with what stood in it, at its place, and with whatever pointed to it.
import type { ListSection } from './fields.js';
import { idsIn, isSame, type Leaves } from './leaves.js';
import { withoutPurpose } from './matrix.js';

export interface TakenOut {
  list: ListSection;
  id: string;
  /** Where it stood among the rows. */
  index: number;
  /** What taking it out writes. */
  changes: Leaves;
  /** What stood there before, and in the row itself. */
  former: Leaves;
}

export function takeOut(list: ListSection, leaves: Leaves, id: string): TakenOut {
  const ids = idsIn(leaves, list);
  const changes = list === 'purposes' ? withoutPurpose(leaves, id) : { [list]: ids.filter(each => each !== id) };
  const isFormer = (at: string) => at in changes || at.startsWith(`${list}.${id}.`);
  const former = Object.fromEntries(Object.entries(leaves).filter(([at]) => isFormer(at)));
  return { list, id, index: ids.indexOf(id), changes, former };
}

/** What writing brings it back. What was written elsewhere since stays. */
export function bringBack({ list, id, index, changes, former }: TakenOut, now: Leaves): Leaves {
  const isUntouched = (at: string) => !(at in changes) || isSame(now[at], changes[at]);
  const back = Object.entries(former).filter(([at]) => at !== list && isUntouched(at));
  return { ...Object.fromEntries(back), [list]: idsIn(now, list).toSpliced(index, 0, id) };
}
