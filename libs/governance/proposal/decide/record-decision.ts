// recordDecision: an approver who signed nothing decides, with reasons. `docs/rules.md` 9; GR-4, GR-9.
import { breachOfDeciding } from '../../duties.js';
import { blocked, type Blocker, type Fault } from '../../problems.js';
import type { WorkflowDefinition } from '../../workflows/index.js';
import type { CommandOf } from '../commands.js';
import { conditionsInForce } from '../conditions.js';
import { decisionOutcomes, isApproval, type DecisionOutcome, type Finding } from '../../vocabulary/index.js';
import { toAnswer } from '../merge.js';
import type { Concern, Proposal, SignOff } from '../proposal.js';
import { standing } from '../requirements.js';
import type { CommandRule, Situation } from '../situation.js';
import { conditionFaults, newConditions } from './conditions.js';
import { answerFaults } from './dossier-faults.js';

/** The questions a refusal has to answer too (GR-9). */
const ofRefusals = ['PR-10', 'PR-15'];

export const recordDecision: CommandRule<'RecordDecision'> = {
  malformed: ({ answers }, { catalogue, proposal }) => answerFaults(catalogue, answers, proposal.dossier),
  breach: (_, { proposal, by }) => breachOfDeciding(proposal, by.personId),
  faults: (command, { catalogue, proposal }) => [
    ...command.answers
      .filter(({ questionId }) => !ofRefusals.includes(questionId))
      .map(({ questionId }): Fault => ({
        path: `answers.${questionId}`,
        code: 'not-accepted-here',
        expected: ofRefusals.join(', '),
      })),
    ...(command.overruled.every(id => proposal.concerns.some(concern => concern.id === id))
      ? []
      : [{ path: 'overruled', code: 'unknown-concern' } as const]),
    ...(command.conditions.length > 0 && command.outcome !== 'APPROVED_WITH_CONDITIONS'
      ? [{ path: 'conditions', code: 'not-accepted-here', expected: 'outcome APPROVED_WITH_CONDITIONS' } as const]
      : conditionFaults(catalogue, command.conditions)),
  ],
  events: () => decisionOutcomes.map(outcome => `RecordDecision.${outcome}`),
  decide: (command, situation) => {
    const blockers = blockersOfDeciding(command, situation);
    if (blockers.length > 0) return blocked('not-ready', ...blockers);
    const { outcome, reasons, wouldChangeIt, overruled } = command;
    return [
      {
        type: 'DecisionRecorded',
        outcome,
        onRevision: situation.proposal.revision,
        reasons,
        ...(wouldChangeIt ? { wouldChangeIt } : {}),
        overruled: [...new Set(overruled)],
        conditions: newConditions(command.conditions, situation.newId),
        answers: command.answers.map(toAnswer),
      },
    ];
  },
};

type Asked = Pick<CommandOf<'RecordDecision'>, 'outcome' | 'wouldChangeIt' | 'overruled' | 'conditions' | 'answers'>;
type Judged = Pick<Situation, 'catalogue' | 'definition' | 'proposal'>;

export function blockersOfDeciding(asked: Asked, judged: Judged): Blocker[] {
  const { outcome } = asked;
  if (isApproval(outcome)) return blockersOfApproval(asked, judged);
  return outcome === 'DECLINED' ? blockersOfDeclining(asked, judged) : [];
}

function blockersOfApproval({ outcome, overruled, conditions }: Asked, { definition, proposal }: Judged): Blocker[] {
  const lacksCondition =
    outcome === 'APPROVED_WITH_CONDITIONS' &&
    conditions.length === 0 &&
    conditionsInForce(definition, { ...proposal, decision: undefined }).length === 0;
  return [
    ...signOffBlockers(definition, proposal, outcome),
    ...proposal.concerns.flatMap(concern => concernBlocker(concern, overruled)),
    ...(lacksCondition ? [{ code: 'conditions-missing', subject: 'conditions' } as const] : []),
  ];
}

const signOffBlockers = ({ signOffs }: WorkflowDefinition, proposal: Proposal, outcome: DecisionOutcome): Blocker[] =>
  signOffs.flatMap(({ key }): Blocker[] => {
    const code = shortfall(proposal.signOffs[key], outcome);
    return code ? [{ code, subject: `signOff:${key}` }] : [];
  });

function shortfall(signOff: SignOff | undefined, outcome: DecisionOutcome): Blocker['code'] | undefined {
  if (signOff?.status === 'STALE') return 'sign-off-stale';
  if (signOff?.status !== 'GIVEN') return 'sign-off-missing';
  const enough: (Finding | undefined)[] = outcome === 'APPROVED' ? ['MET'] : ['MET', 'MET_WITH_CONDITIONS'];
  if (enough.includes(signOff.finding)) return undefined;
  return signOff.finding === 'NOT_MET' ? 'sign-off-not-met' : 'sign-off-conditional';
}

/** No silent concerns (GR-4): dissent that was not accepted is overruled by name or it holds the decision. */
function concernBlocker({ id, status, severity, answer }: Concern, overruled: string[]): Blocker[] {
  const subject = `concern:${id}`;
  if (status === 'OPEN') return [{ code: 'concern-open', subject }];
  const isRefused = status === 'ANSWERED' && severity === 'SUBSTANTIAL' && answer?.disposition === 'NOT_ACCEPTED';
  const isDissent = isRefused || status === 'DISPUTED';
  return isDissent && !overruled.includes(id) ? [{ code: 'concern-not-overruled', subject }] : [];
}

function blockersOfDeclining({ wouldChangeIt, answers }: Asked, { catalogue, proposal }: Judged): Blocker[] {
  const silent: Blocker[] = wouldChangeIt ? [] : [{ code: 'would-change-it-missing', subject: 'wouldChangeIt' }];
  if (proposal.tier === 'T1') return silent;
  const isAnswered = (id: string): boolean => {
    const question = catalogue.questions.get(id);
    const byDecider = answers.some(({ questionId, gap }) => questionId === id && typeof gap !== 'string');
    return byDecider || (question !== undefined && standing(question, proposal) === 'answered');
  };
  const open = ofRefusals.filter(id => !isAnswered(id));
  return [...silent, ...open.map((id): Blocker => ({ code: 'question-unanswered', subject: id }))];
}
