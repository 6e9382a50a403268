// What stands in the way, with its words, as far as somebody may know.
import { visibleBlockers, type Blocker, type Reading } from '#governance';
import { blockerMessage } from '#messages';

export const blockerViews = (blockers: Blocker[], reading: Reading) =>
  visibleBlockers(blockers, reading).map(blocker => ({ ...blocker, message: blockerMessage(blocker) }));
