// The risk table: ratings on their scale, and mitigations that do something and belong to somebody.
import type { Risk } from '../proposal/dossier.js';
import { isBlank, type Check, type CheckRule } from './check.js';

const isOnScale = (rating: number | undefined): boolean =>
  rating === undefined || (Number.isInteger(rating) && rating >= 1 && rating <= 5);

const before = ({ likelihood, consequence }: Risk): number => likelihood * consequence;
const after = (risk: Risk): number | undefined =>
  risk.residualLikelihood === undefined || risk.residualConsequence === undefined
    ? undefined
    : risk.residualLikelihood * risk.residualConsequence;

/** `None`, `N/A – risk accepted`: nothing is claimed to have been done. */
const noneAtAll =
  /^\W*(?:none|nil|n\/?a|not applicable|no (?:further )?(?:mitigation|treatment|action)|(?:risk )?(?:is )?accept)/i;
const isMitigated = ({ mitigation }: Risk): boolean => !isBlank(mitigation) && !noneAtAll.test(mitigation ?? '');

const where =
  (rule: CheckRule, field: string, holds: (risk: Risk) => boolean): Check =>
  ({ risks }) =>
    risks.filter(holds).map(({ id }) => ({ rule, place: `risks.${id}.${field}` }));

const rates = (risk: Risk): (number | undefined)[] => [
  risk.likelihood,
  risk.consequence,
  risk.residualLikelihood,
  risk.residualConsequence,
];

export const ratingsOffScale = where('rating-off-scale', 'likelihood', risk => !rates(risk).every(isOnScale));

export const mitigationsWithoutEffect = where(
  'mitigation-without-effect',
  'mitigation',
  risk =>
    isMitigated(risk) && risk.residualLikelihood === risk.likelihood && risk.residualConsequence === risk.consequence,
);

/** Either rating, or the two together: a mitigation that trades one for the other has to be explained. */
export const risksThatRise = where('risk-rises', 'residualLikelihood', risk => {
  const left = after(risk);
  const rises = (residual: number | undefined, inherent: number): boolean =>
    residual !== undefined && residual > inherent;
  return (
    (left !== undefined && left > before(risk)) ||
    rises(risk.residualLikelihood, risk.likelihood) ||
    rises(risk.residualConsequence, risk.consequence)
  );
});

export const mitigationsWithoutOwner = where(
  'mitigation-without-owner',
  'owner',
  risk => isMitigated(risk) && isBlank(risk.owner),
);
