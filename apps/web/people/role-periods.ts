// Where a role stands at a moment: not begun, in force, or over. A role counts from its beginning until just before its end.
import type { State } from '../words/states.js';

export interface Period {
  startsAt: string;
  endsAt: string | null;
}

export type Standing = 'toCome' | 'inForce' | 'ended';

export function standingOf({ startsAt, endsAt }: Period, now: Date): Standing {
  if (endsAt !== null && new Date(endsAt) <= now) return 'ended';
  return new Date(startsAt) > now ? 'toCome' : 'inForce';
}

export const tones: Record<Standing, State['tone']> = { toCome: 'waiting', inForce: 'settled', ended: 'plain' };

/** Would nothing be in force any more if this one ended now? */
export const isLastInForce = <Held extends Period & { id: string }>(
  one: Held,
  all: readonly Held[],
  now: Date,
): boolean =>
  standingOf(one, now) === 'inForce' && !all.some(other => other.id !== one.id && standingOf(other, now) === 'inForce');
