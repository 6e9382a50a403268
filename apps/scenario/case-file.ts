// The shape of a case file of the format assent-case/1. What a question or an answer may say is not judged here.
import { z } from 'zod';
import { commandNames } from './commands.js';

/** The thirteen people of the demonstration, one access token each. */
export const personas = [
  'analyst',
  'analyst_2',
  'data_steward',
  'privacy_officer',
  'privacy_officer_2',
  'security_officer',
  'engagement_lead',
  'approver',
  'partner_a',
  'partner_b',
  'auditor',
  'administrator',
  'outsider',
] as const;

const word = z.string().regex(/\S/);
const words = z.array(word);
const count = z.int().min(0);
const content = z.record(z.string(), z.unknown());
const persona = z.enum(personas);

export const refusalSchema = z.strictObject({
  refused: z.enum(['INVALID', 'DENIED', 'NOT_FOUND', 'BLOCKED', 'CONFLICT']),
  code: word.optional(),
  subjects: words.optional(),
  notSubjects: words.optional(),
});

export const commandStepSchema = z.strictObject({
  as: persona,
  do: z.enum(commandNames),
  with: content.optional(),
  id: word.optional(),
  on: word.optional(),
  expect: refusalSchema.optional(),
});

const signOffSchema = z.strictObject({
  status: word.optional(),
  finding: word.nullish(),
  staleBecause: words.optional(),
});

const concernSchema = z.strictObject({ status: word.optional(), disposition: word.nullish() });

const previewSchema = z.strictObject({
  dossier: content,
  becomesStale: words.optional(),
  stays: words.optional(),
});

export const checkSchema = z.strictObject({
  canRead: z.boolean().optional(),
  state: word.optional(),
  tier: word.optional(),
  revision: count.optional(),
  signOffs: z.record(word, signOffSchema).optional(),
  concerns: z.record(word, concernSchema).optional(),
  sees: z.strictObject({ concerns: count }).optional(),
  conditionsOpen: count.optional(),
  available: z.partialRecord(z.enum(commandNames), z.boolean()).optional(),
  history: words.optional(),
  preview: previewSchema.optional(),
});

export const lookStepSchema = z.strictObject({ as: persona, check: checkSchema, on: word.optional() });

export const caseSchema = z.strictObject({
  format: z.literal('assent-case/1'),
  id: word,
  title: word,
  basis: z.string().optional(),
  sources: z.array(z.string()).optional(),
  filledIn: z.string().optional(),
  dossier: content.optional(),
  steps: z.array(z.unknown()).min(1),
});

export type Persona = z.infer<typeof persona>;
export type Refusal = z.infer<typeof refusalSchema>;
export type Check = z.infer<typeof checkSchema>;
export type CommandStep = z.infer<typeof commandStepSchema>;
export type LookStep = z.infer<typeof lookStepSchema>;
export type Step = CommandStep | LookStep;
export type CaseFile = Omit<z.infer<typeof caseSchema>, 'steps'> & { steps: Step[] };

export const isLook = (step: Step): step is LookStep => 'check' in step;
