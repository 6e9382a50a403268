// What whoever erased is told besides: where else the same words stand, and where nobody looked.

/** An entry that holds words which were erased elsewhere. */
export interface Holder {
  id: string;
  type: string;
}

export interface Elsewhere {
  /** Of those that they may see, the first ones. */
  holders: readonly Holder[];
  /** There may be more of them than are named in `holders`. */
  isCut: boolean;
  /** What was erased was of a proposal, and not of the directory. */
  isOfProposal: boolean;
}

const named = 10;

function heldIn({ holders, isCut }: Elsewhere): string {
  if (holders.length === 0) return 'The same words stand nowhere else that you may see.';
  const some = holders.slice(0, named).map(({ type, id }) => `${type} ${id}`);
  const rest = holders.length > named ? `, and others, which alsoIn lists` : '';
  const count = `${isCut ? 'at least ' : ''}${holders.length} more ${holders.length === 1 ? 'entry' : 'entries'}`;
  return `The same words stand in ${count} that you may see: ${some.join(', ')}${rest}. Each takes an erasure of its own.`;
}

const notLookedAt = (isOfProposal: boolean): string =>
  isOfProposal
    ? 'Nobody looked into proposals that you may not read, which are for the privacy officers of their lead organisations; into names ' +
      'in the directory, which administrators erase; or into what auditors searched for, which stays.'
    : 'Nobody looked into texts of proposals, which are for the privacy officers of their lead organisations, or into what auditors ' +
      'searched for, which stays.';

/** Sentences. Undefined: it was erased before, and nobody knows any more what to look for. */
export const erasureAdvice = (elsewhere: Elsewhere | undefined): string[] =>
  elsewhere
    ? [heldIn(elsewhere), notLookedAt(elsewhere.isOfProposal)]
    : ['This was erased before, and where else the same words stood was told then.'];
