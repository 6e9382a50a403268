// What people can ask for. Each command's shape is checked here, before anything is loaded; what it says is judged in decide/.
import { z } from 'zod';
import { decisionOutcomes } from '../vocabulary/index.js';
import { checklistShape } from './checklist.js';
import { conditionShape, dossierShape, answerShape, jsonObject } from './dossier-shape.js';
import { line, opaqueId as id, optionalId, optionalText, text } from './words.js';

const on = { proposalId: id };
const versioned = { ...on, expectedVersion: z.int() };
/** Question ids, places of the dossier, or what it is about in a person's own words. */
const about = z
  .array(line)
  .max(100)
  .nullish()
  .transform(value => value ?? []);
const conditions = z
  .array(conditionShape)
  .max(50)
  .nullish()
  .transform(value => value ?? []);

export const commandShapes = {
  DraftProposal: z.strictObject({
    title: line,
    dossier: dossierShape.nullish().transform(value => value ?? {}),
    copyOf: id.nullish(),
  }),
  ReviseProposal: z.strictObject({ ...versioned, title: line.nullish(), dossier: dossierShape }),
  SubmitProposal: z.strictObject({ ...versioned, message: optionalText }),
  InvitePartners: z.strictObject({ ...versioned, organisationIds: z.array(id).min(1).max(100) }),
  RaiseConcern: z.strictObject({
    ...on,
    statement: text,
    severity: z.enum(['MINOR', 'MODERATE', 'SUBSTANTIAL']),
    about,
    audience: z
      .enum(['PARTIES', 'REVIEWERS'])
      .nullish()
      .transform(value => value ?? ('PARTIES' as const)),
  }),
  ProposeAlternative: z.strictObject({ ...on, description: text, rung: z.int().min(0).max(7), note: optionalText }),
  AnswerConcern: z.strictObject({
    ...on,
    concernId: id,
    disposition: z.enum(['ACCEPTED', 'PARTLY_ACCEPTED', 'NOT_ACCEPTED']),
    response: text,
  }),
  SettleConcern: z.strictObject({
    ...on,
    concernId: id,
    outcome: z.enum(['OPEN', 'ANSWERED', 'SETTLED', 'DISPUTED', 'WITHDRAWN']),
    note: optionalText,
  }),
  GiveSignOff: z.strictObject({
    ...versioned,
    signOff: id,
    finding: z.enum(['MET', 'MET_WITH_CONDITIONS', 'NOT_MET']),
    rationale: text,
    conditions,
    checklist: checklistShape,
  }),
  WithdrawSignOff: z.strictObject({ ...versioned, signOff: id, reason: text }),
  RecordDecision: z.strictObject({
    ...versioned,
    outcome: z.enum(decisionOutcomes),
    reasons: text,
    wouldChangeIt: optionalText,
    overruled: z
      .array(id)
      .max(500)
      .nullish()
      .transform(value => value ?? []),
    conditions,
    answers: z
      .array(answerShape)
      .max(10)
      .nullish()
      .transform(value => value ?? []),
  }),
  RaiseTier: z.strictObject({ ...versioned, tier: z.enum(['T1', 'T2', 'T3', 'U']), reason: text }),
  DeclareConflict: z.strictObject({ ...on, reason: text }),
  MeetCondition: z.strictObject({ ...on, conditionId: id, evidence: text }),
  RecordUrgentDisclosure: z.strictObject({ title: line, record: jsonObject }),
  MarkRelevance: z.strictObject({ ...versioned, questionId: id, relevant: z.boolean(), reason: text }),
  HandOverProposal: z.strictObject({ ...versioned, toPersonId: id, reason: text }),
  WithdrawProposal: z.strictObject({ ...versioned, reason: text }),
  Comment: z.strictObject({
    ...on,
    body: text,
    about,
    audience: z.enum(['INTERNAL', 'PARTNERS']).nullish(),
    mentions: z
      .array(id)
      .max(10)
      .nullish()
      .transform(value => value ?? []),
  }),
  /** Without `to` it is given back; `from` names who has it, to pass it on knowingly. */
  AssignTask: z.strictObject({
    ...on,
    work: id,
    ...{ to: optionalId, from: optionalId },
    note: optionalText,
  }),
  EditComment: z.strictObject({ ...on, commentId: id, body: text }),
} as const;

export type CommandType = keyof typeof commandShapes;
export const commandTypes = Object.keys(commandShapes) as CommandType[];

export type CommandOf<T extends CommandType> = { type: T } & z.infer<(typeof commandShapes)[T]>;
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType];

/** The two commands that make a proposal instead of changing one. */
export const startsProposal = (type: CommandType): boolean =>
  type === 'DraftProposal' || type === 'RecordUrgentDisclosure';

export const proposalIdOf = (command: Command): string | undefined =>
  'proposalId' in command ? command.proposalId : undefined;

export const expectedVersionOf = (command: Command): number | undefined =>
  'expectedVersion' in command ? command.expectedVersion : undefined;
