// Stretches of a proposal's way that many tests begin with. Each is a list of ordinary commands.
import { t2, t3 } from './dossiers.js';
import {
  answerConcern,
  draftProposal,
  giveSignOff,
  invitePartners,
  raiseConcern,
  recordDecision,
  submitProposal,
  type Act,
  type Changes,
} from './acts.js';

export type Journey = Act | Journey[];

export const drafted = (dossier?: unknown, changes?: Changes): Journey => draftProposal(dossier, changes);
export const submitted = (): Journey => submitProposal();
export const invited = (...organisationIds: string[]): Journey =>
  invitePartners(organisationIds.length > 0 ? organisationIds : undefined);
export const signedOff = (key: string, changes?: Changes): Journey => giveSignOff(key, changes);
export const concernRaised = (changes?: Changes): Journey => raiseConcern(changes);
export const concernAnswered = (changes?: Changes): Journey => answerConcern(changes);
export const returned = (): Journey => recordDecision('RETURNED');

export const t1Keys = ['purpose', 'proportionality', 'privacy_risk'] as const;
export const allKeys = [...t1Keys, 'consultation', 'transparency'] as const;

/** All sign-offs that the tier requires, each by its usual person. */
export const allSignedOff = (tier: 'T1' | 'T2' | 'T3' = 'T1'): Journey =>
  (tier === 'T1' ? t1Keys : allKeys).map(key => giveSignOff(key));

export const draftedAt = (tier: 'T1' | 'T2' | 'T3'): Journey =>
  tier === 'T1' ? draftProposal() : draftProposal(tier === 'T2' ? t2() : t3());

/** Submitted at this tier with both partners invited. */
export const inReview = (tier: 'T1' | 'T2' | 'T3' = 'T1'): Journey => [draftedAt(tier), invited(), submitted()];
export const awaitingDecision = (tier: 'T1' | 'T2' | 'T3' = 'T1'): Journey => [inReview(tier), allSignedOff(tier)];
export const approved = (tier: 'T1' | 'T2' | 'T3' = 'T1'): Journey => [awaitingDecision(tier), recordDecision()];
