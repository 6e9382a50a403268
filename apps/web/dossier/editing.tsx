// The dossier that is on the screen, for every part of it: what stands at a place, and whether it can be written.
import { createContext, use, useSyncExternalStore } from 'react';
import type { Kept, Keeper } from './draft-keeper.js';
import type { Json, Leaves } from './leaves.js';
import type { AskedQuestion, CatalogueHere, ShownProposal } from './dossier.query.js';
import type { Why } from './text-fault.js';

export interface Editing {
  reference: string;
  proposal: ShownProposal;
  catalogue: CatalogueHere;
  questions: readonly AskedQuestion[];
  /** Undefined: it is shown, not written. */
  keeper: Keeper | undefined;
  /** As saved. */
  leaves: Leaves;
}

export const EditingContext = createContext<Editing | undefined>(undefined);

export function useEditing(): Editing {
  const editing = use(EditingContext);
  if (!editing) throw new Error('A part of the dossier stands outside of it.');
  return editing;
}

const never = () => () => {};

/** Something of the draft; rendered anew when it changes and at no other keystroke. */
function useKept<T>(ofDraft: (kept: Kept) => T, otherwise: (leaves: Leaves) => T): T {
  const { keeper, leaves } = useEditing();
  const read = () => (keeper ? ofDraft(keeper.kept.get()) : otherwise(leaves));
  return useSyncExternalStore(keeper?.kept.watch ?? never, read);
}

export const useLeaves = (): Leaves =>
  useKept(
    ({ draft }) => draft.mine,
    leaves => leaves,
  );

export const useLeaf = (place: string): Json | undefined =>
  useKept(
    ({ draft }) => draft.mine[place],
    leaves => leaves[place],
  );

export function useText(place: string): string {
  const leaf = useLeaf(place);
  return typeof leaf === 'string' ? leaf : '';
}

export const useKeptDraft = (): Kept | undefined =>
  useKept<Kept | undefined>(
    kept => kept,
    () => undefined,
  );

/** Why what stands at a place is not saved. A place that waits for a choice has a card instead. */
export const useWhy = (place: string): Why | undefined =>
  useKept<Why | undefined>(
    ({ held }) => held.find(each => each.place === place && each.why !== 'conflict')?.why,
    () => undefined,
  );

export function useWrite(): ((changes: Leaves) => void) | undefined {
  const { keeper } = useEditing();
  return keeper && (changes => keeper.write(changes));
}
