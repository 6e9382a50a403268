// What somebody is writing: the dossier as it was last saved, and as it stands on their screen. Plain data and pure steps, kept in the
// browser as it is; draft-keeper.ts lives it.
import { isSame, type Json, type Leaves } from './leaves.js';
import { merge } from './merge.js';

/** A save on its way. Nobody knows what became of it until it is answered, so it is sent again as it was, under the same id. */
export interface Pending {
  commandId: string;
  /** The dossier as it would be saved. */
  sent: Leaves;
}

export interface Draft {
  /** As it is saved, of the version. */
  base: Leaves;
  version: number;
  mine: Leaves;
  /** Places where somebody else saved something else: it stands in `base`. They are not saved before somebody has chosen. */
  conflicts: readonly string[];
  pending?: Pending;
}

export const draftOf = (leaves: Leaves, version: number): Draft => ({
  ...{ base: leaves, mine: leaves },
  ...{ version, conflicts: [] },
});

export const write = (draft: Draft, changes: Leaves): Draft => ({ ...draft, mine: { ...draft.mine, ...changes } });

/** Somebody else has saved: their work and mine together. */
export function rebase(draft: Draft, theirs: Leaves, version: number): Draft {
  const { leaves, conflicts } = merge(draft.base, draft.mine, theirs);
  const open = new Set([...draft.conflicts.filter(at => at in leaves && at in theirs), ...conflicts]);
  const isOpen = (at: string) => !isSame(leaves[at], theirs[at]);
  return { ...draft, base: theirs, version, mine: leaves, conflicts: [...open].filter(isOpen) };
}

export const sending = (draft: Draft, pending: Pending): Draft => ({ ...draft, pending });

/** It was recorded. What was written meanwhile is still to be saved; what others did meanwhile is there. */
export function saved({ pending, ...draft }: Draft, now: Leaves, version: number): Draft {
  return rebase({ ...draft, base: pending?.sent ?? draft.base }, now, version);
}

/** It was not recorded, for certain. */
export const refused = ({ pending: _, ...draft }: Draft): Draft => draft;

export type Choice = 'mine' | 'theirs' | 'both';

export function choose(draft: Draft, at: string, choice: Choice): Draft {
  const chosen = { mine: draft.mine[at], theirs: draft.base[at], both: both(draft.base[at], draft.mine[at]) }[choice];
  const conflicts = draft.conflicts.filter(each => each !== at);
  return { ...draft, conflicts, mine: { ...draft.mine, [at]: chosen ?? null } };
}

/** Only texts can stand one after the other. */
export const canBeBoth = (theirs: Json | undefined, mine: Json | undefined): boolean =>
  both(theirs, mine) !== undefined;

function both(theirs: Json | undefined, mine: Json | undefined): Json | undefined {
  if (typeof theirs === 'string' && typeof mine === 'string') return `${theirs}\n\n${mine}`;
  if (!isValue(theirs) || !isValue(mine)) return undefined;
  if (typeof theirs.value !== 'string' || typeof mine.value !== 'string') return undefined;
  return { ...mine, value: `${theirs.value}\n\n${mine.value}` };
}

const isValue = (leaf: Json | undefined): leaf is { [key: string]: Json } =>
  typeof leaf === 'object' && leaf !== null && !Array.isArray(leaf);
