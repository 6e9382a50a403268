// giveSignOff and withdrawSignOff: a person in the right role says whether their part is met, over the content as it stands.
// `docs/rules.md` 6; GR-1, GR-2, GR-16.
import { setOf } from '../../catalogue/index.js';
import { breachOfSigning } from '../../duties.js';
import { erasedBlockersOf } from '../../erasure/erased-places.js';
import { blocked, blockedBy, conflict, type Blocker, type Fault } from '../../problems.js';
import { isSignOffKey, type SignOffKey } from '../../vocabulary/index.js';
import { requiredSignOff, type RequiredSignOff } from '../../workflows/index.js';
import type { CommandOf } from '../commands.js';
import { checklistFaults, deniedQuestions, newChecklist } from '../checklist.js';
import { heldQuestions, openQuestions, type OpenQuestion } from '../requirements.js';
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
    return given?.status === 'GIVEN' && given.by?.personId !== by.personId ? conflict('already-given') : undefined;
  },
  faults: ({ signOff, finding, conditions, checklist }, { catalogue, definition, proposal }) => [
    ...(finding === 'MET' && conditions.length > 0
      ? [{ path: 'conditions', code: 'not-accepted-here', expected: 'finding MET_WITH_CONDITIONS' } as const]
      : conditionFaults(catalogue, conditions)),
    ...faultsOfChecklist(requiredSignOff(definition, signOff as SignOffKey), { catalogue, proposal }, checklist),
  ],
  events: () => ['GiveSignOff'],
  decide: (command, situation) => {
    const { catalogue, definition, proposal, newId } = situation;
    const required = requiredSignOff(definition, command.signOff as SignOffKey);
    if (!required) return blockedBy('not-required', `signOff:${command.signOff}`);
    const { finding, rationale } = command;
    const blockers = finding === 'NOT_MET' ? [] : blockersOfMeeting(required, situation, command);
    if (blockers.length > 0) return blocked('not-ready', ...blockers);
    const conditions = newConditions(command.conditions, newId);
    const checklist = newChecklist(catalogue, heldQuestions(catalogue, proposal, required.holds), command.checklist);
    const given = { signOff: required.key, finding, onRevision: proposal.revision, rationale, conditions };
    return [{ type: 'SignOffGiven', ...given, ...(checklist ? { checklist } : {}) }];
  },
};

type Judged = Pick<Situation, 'catalogue' | 'proposal'>;
type Said = Pick<Given, 'finding' | 'conditions' | 'checklist'>;

/** A sign-off that the tier lacks holds nothing; that it is not required, it is told afterwards. */
const faultsOfChecklist = (
  required: RequiredSignOff | undefined,
  { catalogue, proposal }: Judged,
  checklist: Given['checklist'],
): Fault[] =>
  required ? checklistFaults(catalogue, heldQuestions(catalogue, proposal, required.holds), checklist) : [];

const plainlyMet: Said = { finding: 'MET', conditions: [], checklist: [] };

/** What stands in the way of finding it met, or met with these conditions, after this checklist. */
export function blockersOfMeeting(
  required: RequiredSignOff,
  { catalogue, proposal }: Judged,
  { finding, conditions, checklist }: Said = plainlyMet,
): Blocker[] {
  const isOfItsSet = (id: string): boolean => {
    const question = catalogue.questions.get(id);
    return question !== undefined && required.holds.includes(setOf(question));
  };
  const lacksCondition = finding === 'MET_WITH_CONDITIONS' && !conditions.some(({ about }) => about.some(isOfItsSet));
  const open = openQuestions(catalogue, proposal, required.holds);
  const denied = deniedQuestions(heldQuestions(catalogue, proposal, required.holds), checklist);
  // Where nothing is answered, or what fails, a No says it once more.
  const alsoDenied = denied.filter(({ question }) => open.every(each => each.question.id !== question.id));
  const inTheWay = [...open, ...alsoDenied].filter(each => !isLetThrough(each, conditions));
  return [
    ...predecessorsNotMet(required, proposal),
    ...erasedBlockersOf(required.key, catalogue, proposal),
    ...inTheWay.map(({ blocker }) => blocker),
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
