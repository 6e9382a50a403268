// What a check of a dossier is: like a check on a pull request it informs, and it decides nothing. Each is a pure function.
import type { Dossier } from '../proposal/dossier.js';

export const checkRules = [
  'item-without-purpose',
  'item-without-necessity',
  'more-identifying-than-stated',
  'more-identifying-than-asked',
  'gentler-alternative-open',
  'purposes-joined',
  'purpose-describes-a-system',
  'mitigation-without-effect',
  'risk-rises',
  'rating-off-scale',
  'mitigation-without-owner',
  'placeholder-left',
  'no-notice-plan',
  'retention-without-end',
] as const;
export type CheckRule = (typeof checkRules)[number];

export interface DossierCheck {
  rule: CheckRule;
  /** A path of the dossier: `dataItems.D-2.necessity`, `answers.TC-3`. */
  place: string;
}

export type Check = (dossier: Dossier) => DossierCheck[];

export { isBlank } from '../proposal/words.js';
