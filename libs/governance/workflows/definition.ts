// What a workflow definition is: the sign-offs that a tier requires, and which question sets each of them holds. Data only.
import { setOf, type Catalogue, type Question } from '../catalogue/index.js';
import { signOffKinds, type QuestionSet, type Role, type SignOffKey, type Tier } from '../vocabulary/index.js';

export interface RequiredSignOff {
  key: SignOffKey;
  title: string;
  roles: readonly Role[];
  /** Question sets whose blocking questions keep it from being met. */
  holds: readonly QuestionSet[];
  /** Sign-offs that must be met before this one can be (GR-1). */
  after: readonly SignOffKey[];
}

/** Published versions are frozen: a change is a new version and a new file. */
export interface WorkflowDefinition {
  key: string;
  version: number;
  title: string;
  tier: Tier;
  signOffs: readonly RequiredSignOff[];
}

/** The field's usual sign-off of that name; `alsoHolds` names the sets of sign-offs that the tier does without. */
export const required = (key: SignOffKey, ...alsoHolds: QuestionSet[]): RequiredSignOff => {
  const { title, roles, set, after } = signOffKinds[key];
  return { key, title, roles, holds: [set, ...alsoHolds], after };
};

export const requiredSignOff = (definition: WorkflowDefinition, key: SignOffKey): RequiredSignOff | undefined =>
  definition.signOffs.find(signOff => signOff.key === key);

/** Where the tier lacks a sign-off, read privacy_risk (`docs/rules.md`, facts and tier; change table). */
export const holderOf = (definition: WorkflowDefinition, key: SignOffKey): SignOffKey =>
  requiredSignOff(definition, key) ? key : 'privacy_risk';

export const holderOfQuestion = (definition: WorkflowDefinition, question: Question): SignOffKey =>
  definition.signOffs.find(({ holds }) => holds.includes(setOf(question)))?.key ?? 'privacy_risk';

/** The questions of its tier that a sign-off holds. */
export const questionsHeldBy = (
  { holds }: RequiredSignOff,
  { tier }: WorkflowDefinition,
  { questions }: Catalogue,
): Question[] =>
  [...questions.values()].filter(
    question => holds.includes(setOf(question)) && question.tiers.some(each => each === tier),
  );
