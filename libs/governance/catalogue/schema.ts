// The shape of the catalogue's content files. Strict: an unknown key is a fault, found at start and not by a reader.
import { z } from 'zod';
import { identifiabilities } from '../vocabulary/index.js';
import { dpup, glossary, learning, riskLibrary } from './reference-schema.js';

const words = z.string().min(1);
const code = z.string().regex(/^[A-Za-z0-9:.-]+$/);
export const reviewTiers = ['T1', 'T2', 'T3'] as const;

export const answerTypes = [
  'computed',
  'long_text',
  'date_or_text',
  'yes_no',
  'choice',
  'yes_no_evidence',
  'choice_text',
  'choice_per_purpose',
  'table',
  'list',
  'party_list',
  'attachment_list',
  'flow_diagram',
  'ipp_table',
  'assurance_plan',
  'contact_plan',
  'access_plan',
  'attestation',
  'notice',
  'notice_or_exception',
] as const;

const answer = z.strictObject({
  type: z.enum(answerTypes),
  options: z.array(words).optional(),
  columns: z.array(words).optional(),
  /** Options that answer the question in the failing sense. */
  failsOn: z.array(words).optional(),
});

const factValue = z.union([z.boolean(), z.enum(identifiabilities)]);

export const question = z.strictObject({
  id: z.string().regex(/^(PM|PR|RK|CN|TC)-\d+$/),
  title: words,
  prompt: words,
  help: words,
  goodAnswer: words,
  poorAnswer: words,
  unverified: words.optional(),
  answer,
  tiers: z.array(z.enum(reviewTiers)).min(1),
  required: z.boolean(),
  /** Does it keep its sign-off from being met while it is open or fails? */
  blocking: z.boolean(),
  /** May a dated condition with an owner let it through? */
  conditionable: z.boolean(),
  /** Only through a condition precedent: data do not move before it is met. */
  needsPrecedent: z.boolean().optional(),
  /** Any one of these facts makes the question apply; absent: it applies always. */
  appliesWhen: z
    .array(z.strictObject({ fact: code, equals: factValue }))
    .min(1)
    .optional(),
  mapsTo: z.strictObject({
    dpup: z.array(code),
    ipp: z.array(code),
    findings: z.array(code),
    fiveSafes: z.array(code),
  }),
  evidence: z.array(words),
  redFlags: z.array(words),
  alsoSee: z.array(code),
});

export const fact = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('boolean'), title: words, help: words }),
  z.strictObject({ type: z.literal('count'), title: words, help: words }),
  z.strictObject({ type: z.literal('choice'), title: words, help: words, options: z.array(words).min(2) }),
]);

const test = z.union([
  z.strictObject({ fact: code, equals: factValue }),
  z.strictObject({ fact: code, in: z.array(words).min(1) }),
  z.strictObject({ fact: code, atLeast: z.int() }),
]);

export const tierRule = z.strictObject({
  tier: z.enum([...reviewTiers, 'U']),
  why: words,
  all: z.array(test),
  any: z.array(test).min(1).optional(),
});

export const urgentField = z.strictObject({
  id: z.string().regex(/^U-\d$/),
  title: words,
  prompt: words,
  help: words,
  goodAnswer: words,
  poorAnswer: words,
  unverified: words.optional(),
  options: z.array(words).optional(),
  required: z.boolean(),
});

export const catalogueSchema = z.strictObject({
  questions: z.strictObject({
    purpose: z.array(question),
    proportionality: z.array(question),
    privacyRisk: z.array(question),
    consultation: z.array(question),
    transparency: z.array(question),
  }),
  facts: z.record(code, fact),
  tierRules: z.array(tierRule).min(1),
  urgentRecord: z.array(urgentField).min(1),
  dpup,
  riskLibrary,
  glossary,
  learning,
});

export type CatalogueContent = z.infer<typeof catalogueSchema>;
export type Question = z.infer<typeof question>;
export type FactKind = z.infer<typeof fact>;
export type TierRule = z.infer<typeof tierRule>;
export type FactTest = z.infer<typeof test>;
export type UrgentField = z.infer<typeof urgentField>;
