// Which tier the facts call for: the first of the catalogue's tier rules that holds.
import type { DossierFacts } from '../proposal/dossier.js';
import { higherOf, type Tier } from '../vocabulary/index.js';
import type { Catalogue } from './load.js';
import type { FactTest } from './schema.js';

/** An absent boolean fact is false; an absent count or choice passes no test. */
export function factHolds(test: FactTest, facts: DossierFacts): boolean {
  const value = facts[test.fact];
  if ('equals' in test) return (value ?? false) === test.equals;
  if ('in' in test) return typeof value === 'string' && test.in.includes(value);
  return typeof value === 'number' && value >= test.atLeast;
}

export function tierOfFacts({ tierRules }: Catalogue, facts: DossierFacts): Tier {
  const rule = tierRules.find(
    ({ all, any }) => all.every(test => factHolds(test, facts)) && (any?.some(test => factHolds(test, facts)) ?? true),
  );
  return rule?.tier ?? 'T1';
}

interface Standing {
  tier: Tier;
  raisedTo?: Tier;
  submittedAt?: string;
}

/** After the first submission the tier never falls; a raise holds from when it was made (`docs/rules.md`, facts and tier). */
export function tierFor(catalogue: Catalogue, facts: DossierFacts, standing?: Standing): Tier {
  const computed = tierOfFacts(catalogue, facts);
  if (computed === 'U' || !standing) return computed;
  const floor = standing.submittedAt ? higherOf(computed, standing.tier) : computed;
  return standing.raisedTo ? higherOf(floor, standing.raisedTo) : floor;
}
