// The five sign-offs of DPUP work: who may give each, and which question set it holds where a definition requires it.
import type { Role } from './roles.js';

export const questionSets = ['PM', 'PR', 'RK', 'CN', 'TC'] as const;
export type QuestionSet = (typeof questionSets)[number];

export const signOffKeys = ['purpose', 'proportionality', 'privacy_risk', 'consultation', 'transparency'] as const;
export type SignOffKey = (typeof signOffKeys)[number];

export interface SignOffKind {
  title: string;
  /** Any one of these roles, held in the lead organisation. */
  roles: readonly Role[];
  set: QuestionSet;
  /** Sign-offs that must be met first before this one can be met (GR-1). */
  after: readonly SignOffKey[];
}

export const signOffKinds: Record<SignOffKey, SignOffKind> = {
  purpose: { title: 'Purpose', roles: ['data_steward'], set: 'PM', after: [] },
  proportionality: {
    title: 'Necessity and proportionality',
    roles: ['privacy_officer'],
    set: 'PR',
    after: ['purpose'],
  },
  privacy_risk: {
    title: 'Privacy risk',
    roles: ['privacy_officer', 'security_officer'],
    set: 'RK',
    after: ['purpose'],
  },
  consultation: { title: 'Concerns heard and answered', roles: ['engagement_lead'], set: 'CN', after: [] },
  transparency: {
    title: 'Transparency, choice and access',
    roles: ['privacy_officer'],
    set: 'TC',
    after: ['purpose'],
  },
};

/** Pairs that may not meet in one person (`docs/rules.md` 7). */
export const incompatibleSignOffs: readonly (readonly [SignOffKey, SignOffKey])[] = [
  ['purpose', 'proportionality'],
  ['proportionality', 'transparency'],
];

export const mostSignOffsOfOnePerson = 2;

export type SignOffStatus = 'PENDING' | 'GIVEN' | 'STALE' | 'WITHDRAWN';
export type Finding = 'MET' | 'MET_WITH_CONDITIONS' | 'NOT_MET';

/** Of one question on a reviewer's checklist: does the author's answer hold? */
export const ticks = ['YES', 'NO', 'NOT_APPLICABLE'] as const;
export type Tick = (typeof ticks)[number];

export const isTick = (value: unknown): value is Tick => (ticks as readonly unknown[]).includes(value);

export const isSignOffKey = (key: string): key is SignOffKey => (signOffKeys as readonly string[]).includes(key);
