// Which concerns go with a decision as dissent: those that were not resolved, and those that the decision named and overruled.
import { holdsDecision, type Weighed } from '../progress/weigh-concerns.js';

export interface Raised extends Weighed {
  id: string;
}

export interface Voices<C> {
  dissent: C[];
  others: C[];
}

export function voicesOf<C extends Raised>(concerns: readonly C[], overruled: readonly string[]): Voices<C> {
  const isDissent = (concern: C) => holdsDecision(concern) || overruled.includes(concern.id);
  return { dissent: concerns.filter(isDissent), others: concerns.filter(concern => !isDissent(concern)) };
}
