// Which revisions a reviewer compares by: an author saves many times between two that anybody was asked to judge.

interface Saved {
  revision: number;
  isSubmitted: boolean;
}

/** Those that were submitted, those since, and those already chosen; all of them, where nothing was submitted yet. */
export function offeredRevisions<Each extends Saved>(revisions: readonly Each[], chosen: readonly number[]): Each[] {
  const lastSubmitted = revisions.findLast(({ isSubmitted }) => isSubmitted)?.revision ?? 0;
  return revisions.filter(
    ({ revision, isSubmitted }) => isSubmitted || revision > lastSubmitted || chosen.includes(revision),
  );
}
