// Checks on a dossier, run at every revision. They inform; rules decide.
import type { Dossier } from '../proposal/dossier.js';
import type { Check, DossierCheck } from './check.js';
import * as keeping from './keeping.js';
import * as items from './items.js';
import * as risks from './risks.js';
import * as wording from './wording.js';

const all: readonly Check[] = [
  items.itemsWithoutPurpose,
  items.itemsWithoutNecessity,
  items.itemsMoreIdentifyingThanStated,
  items.itemsMoreIdentifyingThanAsked,
  items.gentlerAlternativesOpen,
  wording.joinedPurposes,
  wording.purposesThatDescribeASystem,
  risks.mitigationsWithoutEffect,
  risks.risksThatRise,
  risks.ratingsOffScale,
  risks.mitigationsWithoutOwner,
  wording.placeholdersLeft,
  keeping.noNoticePlan,
  keeping.retentionWithoutEnd,
];

/** What a careful reader would ask about, in the order of the dossier's sections. Nothing here keeps a proposal from going on. */
export const checkDossier = (dossier: Dossier): DossierCheck[] => all.flatMap(check => check(dossier));

export * from './check.js';
