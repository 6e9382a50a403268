// giveSignOff and withdrawSignOff: a person in the right role says whether their part is met, over the content as it stands.
// `docs/rules.md` 6; GR-1, GR-2, GR-16.
import { setOf } from '../../catalogue/index.js';
import { breachOfSigning } from '../../duties.js';
import { erasedBlockersOf } from '../../erasure/erased-places.js';
import { blocked, blockedBy, type Blocker, type Fault } from '../../problems.js';
import { isSignOffKey, type SignOffKey } from '../../vocabulary/index.js';
import { requiredSignOff, type RequiredSignOff } from '../../workflows/index.js';
import type { CommandOf } from '../commands.js';
import { openQuestions, type OpenQuestion } from '../requirements.js';
import { isBlank } from '../words.js';
import type { CommandRule, Situation } from '../situation.js';
import { conditionFaults, newConditions } from './conditions.js';

type Given = CommandOf<'GiveSignOff'>;
type ConditionInput = Given['conditions'][number];

const unknownSignOff = ({ signOff }: { signOff: string }): Fault[] =>
  isSignOffKey(signOff) ? [] : [{ path: 'signOff', code: 'unknown-sign-off' }];

export const giveSignOff: CommandRule<'GiveSignOff'> = {
  malformed: unknownSignOff,
  circumstance: ({ signOff }) => ({ signOff }),
  breach: ({ signOff }, { proposal, by }) => breachOfSigning(proposal, by.personId, signOff as SignOffKey),
  clash: ({ signOff }, { proposal, by }) => {
    const given = proposal.signOffs[signOff as SignOffKey];
    return given?.status === 'GIVEN' && given.by?.personId !== by.personId ? 'already-given' : undefined;
  },
  faults: ({ finding, conditions }, { catalogue }) =>
    finding === 'MET' && conditions.length > 0
      ? [{ path: 'conditions', code: 'not-accepted-here', expected: 'finding MET_WITH_CONDITIONS' }]
      : conditionFaults(catalogue, conditions),
  events: () => ['GiveSignOff'],
  decide: (command, situation) => {
    const { definition, proposal, newId } = situation;
    const required = requiredSignOff(definition, command.signOff as SignOffKey);
    if (!required) return blockedBy('not-required', `signOff:${command.signOff}`);
    const blockers =
      command.finding === 'NOT_MET' ? [] : blockersOfMeeting(required, situation, command.conditions, command.finding);
    if (blockers.length > 0) return blocked('not-ready', ...blockers);
    const { finding, rationale } = command;
    const conditions = newConditions(command.conditions, newId);
    const onRevision = proposal.revision;
    return [{ type: 'SignOffGiven', signOff: required.key, finding, onRevision, rationale, conditions }];
  },
};

type Judged = Pick<Situation, 'catalogue' | 'proposal'>;

/** What stands in the way of MET (no conditions) or of MET_WITH_CONDITIONS with these conditions. */
export function blockersOfMeeting(
  required: RequiredSignOff,
  { catalogue, proposal }: Judged,
  conditions: ConditionInput[] = [],
  finding: Given['finding'] = 'MET',
): Blocker[] {
  const isOfItsSet = (id: string): boolean => {
    const question = catalogue.questions.get(id);
    return question !== undefined && required.holds.includes(setOf(question));
  };
  const lacksCondition = finding === 'MET_WITH_CONDITIONS' && !conditions.some(({ about }) => about.some(isOfItsSet));
  const open = openQuestions(catalogue, proposal, required.holds).filter(each => !isLetThrough(each, conditions));
  return [
    ...predecessorsNotMet(required, proposal),
    ...erasedBlockersOf(required.key, catalogue, proposal),
    ...open.map(({ blocker }) => blocker),
    ...(lacksCondition ? [{ code: 'conditions-missing', subject: 'conditions' } as const] : []),
  ];
}

/** GR-1: purpose first. */
const predecessorsNotMet = ({ after }: RequiredSignOff, { signOffs }: Situation['proposal']): Blocker[] =>
  after.flatMap((key): Blocker[] => {
    const before = signOffs[key];
    const isMet = before?.status === 'GIVEN' && before.finding !== 'NOT_MET';
    return isMet
      ? []
      : [{ code: before?.status === 'GIVEN' ? 'sign-off-not-met' : 'sign-off-missing', subject: `signOff:${key}` }];
  });

/** A dated promise with an owner, where the question allows one; never past a very high residual risk or the ladder. */
function isLetThrough({ question, standing, blocker }: OpenQuestion, conditions: ConditionInput[]): boolean {
  const isNever =
    !question.conditionable || blocker.code === 'ladder' || (question.id === 'RK-17' && standing === 'failing');
  if (isNever) return false;
  return conditions.some(
    ({ about, owner, dueAt, precedent }) =>
      about.includes(question.id) && !isBlank(owner) && dueAt !== undefined && (precedent || !question.needsPrecedent),
  );
}

export const withdrawSignOff: CommandRule<'WithdrawSignOff'> = {
  malformed: unknownSignOff,
  circumstance: ({ signOff }) => ({ signOff }),
  events: () => ['WithdrawSignOff'],
  decide: ({ signOff, reason }, { proposal }) => {
    const key = signOff as SignOffKey;
    const status = proposal.signOffs[key]?.status;
    if (status !== 'GIVEN' && status !== 'STALE') return blockedBy('wrong-state', `signOff:${signOff}`);
    return [{ type: 'SignOffWithdrawn', signOff: key, reason }];
  },
};
