// The history of a proposal without its words, as much of it as is needed to say what happened when.
import type { RecordedEvent } from '../proposal/events.js';

/** An entry. Of its event, everything that counts as words is absent. */
export interface Happening {
  entryId: string;
  /** Of the entry within the proposal's stream, from 1 on. */
  sequence: number;
  /** As the entry says. What follows from a revision, in the same command, still names the one before. */
  revision: number;
  event: RecordedEvent;
}

export type HappeningOf<T extends RecordedEvent['type']> = Happening & { event: Extract<RecordedEvent, { type: T }> };

/** Those of these types, in their order. */
export const happeningsOf = <T extends RecordedEvent['type']>(
  happenings: readonly Happening[],
  ...types: readonly T[]
): HappeningOf<T>[] =>
  happenings.filter((each): each is HappeningOf<T> => (types as readonly string[]).includes(each.event.type));
