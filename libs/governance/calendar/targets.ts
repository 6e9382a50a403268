// How many working days each piece of work may take, by tier, and by which calendar they are counted. Data: change it here.
import type { Tier } from '../vocabulary/index.js';
import type { CalendarKey } from './calendars.js';

export const targetCalendar: CalendarKey = 'official-information';

export const timedWork = ['review', 'again', 'answer', 'settle', 'decide', 'revise', 'confirm', 'say'] as const;
export type TimedWork = (typeof timedWork)[number];

type Ladder = Exclude<Tier, 'U'>;

/** A draft has no last day: it takes as long as its author takes. Conditions carry dates of their own. */
const targets: Record<TimedWork, Record<Ladder, number>> = {
  /** A sign-off, from submission on, or from when it was taken back. */
  review: { T1: 5, T2: 10, T3: 15 },
  /** A sign-off to give again, from when it became stale. */
  again: { T1: 3, T2: 5, T3: 5 },
  /** An answer to a concern. */
  answer: { T1: 5, T2: 5, T3: 10 },
  /** The raiser's word on an answer. */
  settle: { T1: 5, T2: 10, T3: 10 },
  /** A decision, from when nothing is missing any more. */
  decide: { T1: 3, T2: 5, T3: 10 },
  /** Work on what was returned. */
  revise: { T1: 10, T2: 10, T3: 20 },
  /** Confirming evidence for a condition. */
  confirm: { T1: 5, T2: 5, T3: 5 },
  /** What partners have to say, from when they can see it. */
  say: { T1: 10, T2: 15, T3: 20 },
};

/** In working days; undefined in the urgent lane, where nothing waits. */
export const targetOf = (work: TimedWork, tier: Tier): number | undefined =>
  tier === 'U' ? undefined : targets[work][tier];
