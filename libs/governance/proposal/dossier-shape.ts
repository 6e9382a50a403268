// The shape of a dossier as it is handed in: each section given replaces that section, answers are merged.
import { z } from 'zod';
import { identifiabilities } from '../vocabulary/index.js';
import type { FaultCode } from '../problems.js';
import type { Json } from './dossier.js';
import {
  isBlank,
  clientId,
  line,
  opaqueId,
  optionalLine,
  optionalMoment,
  optionalText,
  text,
  wordsFault,
  lengths,
} from './words.js';

const deepest = 16;
const most = 500;

/** What a person needs to know to put it right. */
const expectations: Partial<Record<FaultCode, string>> = {
  'too-deep': String(deepest),
  'too-long': String(lengths.text),
  'wrong-type': 'a number that JSON can hold',
};
const jsonParams = (fault: FaultCode) => ({ fault, expected: expectations[fault] });

/** JSON of a bounded depth whose every string may be stored; the reader of a catalogue question judges the rest. */
export const jsonShape = z.unknown().transform((value, context): Json => {
  const fault = jsonFault(value, 0);
  if (fault) context.addIssue({ code: 'custom', params: jsonParams(fault) });
  return value as Json;
});

function jsonFault(value: unknown, depth: number): FaultCode | undefined {
  if (depth > deepest) return 'too-deep';
  if (typeof value === 'number' && !Number.isFinite(value)) return 'wrong-type';
  if (typeof value === 'string') return wordsFault(value, lengths.text);
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, entry] of Object.entries(value)) {
    const fault = wordsFault(key, lengths.line, true) ?? jsonFault(entry, depth + 1);
    if (fault) return fault;
  }
  return undefined;
}

/** Zod leaves `__proto__` out of a record without a word; what a client sent is never left out silently. */
const withoutProto = (value: unknown, context: z.RefinementCtx): unknown => {
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, '__proto__')) {
    context.addIssue({ code: 'custom', path: ['__proto__'], params: { fault: 'unknown-key' } });
  }
  return value;
};

/** An object of JSON, keys included in the check: what the keys mean is the catalogue's to say. */
export const jsonObject = z
  .preprocess(withoutProto, z.record(z.string(), z.unknown()))
  .transform((value, context): { [key: string]: Json } => {
    for (const [key, entry] of Object.entries(value)) {
      const ofKey = wordsFault(key, lengths.id, true);
      const fault = ofKey ?? jsonFault(entry, 1);
      if (fault) context.addIssue({ code: 'custom', path: ofKey ? [] : [key], params: jsonParams(fault) });
    }
    return value as { [key: string]: Json };
  });

const rating = z.int().min(1).max(5);
const optionalRating = rating.nullish().transform(value => value ?? undefined);

export const answerShape = z
  .strictObject({
    questionId: opaqueId,
    value: jsonShape.optional(),
    gap: z.string().nullish(),
    evidence: z
      .array(text)
      .max(most)
      .nullish()
      .transform(value => value ?? []),
  })
  .superRefine(({ value, gap }, context) => {
    const given = Number(value !== undefined && value !== null) + Number(gap !== undefined && gap !== null);
    if (given !== 1) context.addIssue({ code: 'custom', params: { fault: 'value-or-gap' } });
    const fault = typeof gap === 'string' ? (isBlank(gap) ? 'blank' : wordsFault(gap, lengths.text)) : undefined;
    if (fault) context.addIssue({ code: 'custom', path: ['gap'], params: { fault } });
  });

const list = <T extends z.ZodType>(element: T) => z.array(element).max(most).nullish();

export const conditionShape = z.strictObject({
  statement: text,
  precedent: z.boolean(),
  owner: optionalLine.transform(value => value ?? ''),
  dueAt: optionalMoment,
  about: z
    .array(opaqueId)
    .max(100)
    .nullish()
    .transform(value => value ?? []),
});

/** Left out stays as it was; a blank text clears the section. */
const sectionText = z
  .string()
  .nullish()
  .superRefine((value, context) => {
    const fault = value ? wordsFault(value, lengths.text) : undefined;
    if (fault) context.addIssue({ code: 'custom', params: { fault } });
  });

export const dossierShape = z.strictObject({
  summary: sectionText,
  facts: jsonObject.nullish(),
  purposes: list(
    z.strictObject({
      id: clientId,
      statement: text,
      benefit: optionalText,
      authority: optionalText,
      excludedUses: optionalText,
    }),
  ),
  dataItems: list(
    z.strictObject({
      id: clientId,
      name: line,
      about: text,
      identifiability: z.enum(identifiabilities),
      sensitivity: optionalText,
      purposeIds: z.array(clientId).max(100),
      necessity: optionalText,
    }),
  ),
  recipients: list(z.strictObject({ id: clientId, name: line, kind: optionalLine, country: optionalLine })),
  alternatives: list(
    z.strictObject({
      id: clientId,
      description: text,
      rung: z.int().min(0).max(7),
      proposedBy: optionalLine,
      whyNot: optionalText,
    }),
  ),
  risks: list(
    z.strictObject({
      id: clientId,
      title: line,
      likelihood: rating,
      consequence: rating,
      mitigation: optionalText,
      residualLikelihood: optionalRating,
      residualConsequence: optionalRating,
      owner: optionalLine,
    }),
  ),
  retention: sectionText,
  transferRoute: sectionText,
  answers: list(answerShape),
});

export type DossierInput = z.infer<typeof dossierShape>;
