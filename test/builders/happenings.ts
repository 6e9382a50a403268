// The history of a hall as the store hands it to the rules: one happening for each event, with the revision that stands after it.
import { evolve, type Happening, type Proposal, type RecordedEvent } from '#governance';

interface Past {
  history: readonly RecordedEvent[];
}

export function happeningsIn({ history }: Past): Happening[] {
  let then: Proposal | undefined;
  return history.map((event, index) => {
    then = evolve(then, event);
    return { entryId: `entry-${index + 1}`, sequence: index + 1, revision: then.revision, event };
  });
}

/** What the proposal was after each event. */
export function pastOf({ history }: Past): Proposal[] {
  let then: Proposal | undefined;
  return history.map(event => (then = evolve(then, event)));
}
