// Conditions as they are handed in with a sign-off or a decision, and meetCondition. `docs/rules.md` 6 and 9, GR-6.
import type { Catalogue } from '../../catalogue/index.js';
import { isSaid } from '../../erasure/erased-words.js';
import { blockedBy, type Fault } from '../../problems.js';
import type { CommandOf } from '../commands.js';
import { roleFor } from '../../policy.js';
import { conditionsInForce } from '../conditions.js';
import type { Condition } from '../proposal.js';
import type { CommandRule, Situation } from '../situation.js';

type ConditionInput = CommandOf<'GiveSignOff'>['conditions'][number];

/** The ladder has a rule of its own and may be named like a question. */
const mayBeNamed = ({ questions }: Catalogue, id: string): boolean => questions.has(id) || id === 'GR-3';

export const conditionFaults = (catalogue: Catalogue, conditions: ConditionInput[]): Fault[] =>
  conditions.flatMap(({ about }, index): Fault[] =>
    about.every(id => mayBeNamed(catalogue, id))
      ? []
      : [{ path: `conditions.${index}.about`, code: 'unknown-question' }],
  );

export const newConditions = (conditions: ConditionInput[], newId: () => string): Condition[] =>
  conditions.map(({ statement, precedent, owner, dueAt, about }) => ({
    id: newId(),
    statement,
    precedent,
    owner,
    ...(dueAt ? { dueAt } : {}),
    about,
  }));

const inForce = ({ proposal, definition }: Omit<Situation, 'by'>, id: string): Condition | undefined =>
  conditionsInForce(definition, proposal).find(condition => condition.id === id);

/** Conditions are hidden from partners: to them there is none. */
const isReadable = ({ actor, proposal }: Omit<Situation, 'by'>): boolean =>
  roleFor(actor, 'read', proposal) !== undefined;

/** The author shows evidence; a privacy officer, who is somebody else, confirms it, and only then is the condition met. */
export const meetCondition: CommandRule<'MeetCondition'> = {
  isMissing: ({ conditionId }, situation) => !isReadable(situation) || !inForce(situation, conditionId),
  events: () => ['MeetCondition'],
  decide: ({ conditionId, evidence }, situation) => {
    const { proposal, by } = situation;
    const condition = inForce(situation, conditionId);
    if (condition?.metAt) return blockedBy('already-met', conditionId);
    if (by.personId === proposal.author.personId) return [{ type: 'ConditionEvidenced', conditionId, evidence }];
    if (!condition?.evidence || !isSaid(condition.evidence.evidence)) return blockedBy('no-evidence', conditionId);
    if (condition.evidence.by.personId === by.personId) return blockedBy('separate-confirmation', conditionId);
    return [{ type: 'ConditionMet', conditionId, evidence }];
  },
};
