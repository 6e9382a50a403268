// A definition compiled to a statechart: the life of a proposal beside its sign-offs as parallel regions.
// The only file that imports xstate. The chart has no effects, no timers and no memory: it is set up from the proposal's own
// state before each step, and events are minted here from a closed list, so no client can name one.
import {
  and,
  createMachine,
  not,
  or,
  stateIn,
  transition,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import type { Proposal } from './proposal/proposal.js';
import { type ProposalState, type SignOffKey, type SignOffStatus } from './vocabulary/index.js';
import { atAnyTime, lifecycle, type Stage } from './workflows/lifecycle.js';
import { getDefinition } from './workflows/index.js';
import type { WorkflowDefinition } from './workflows/definition.js';

/** What the chart needs to know of a proposal. */
export interface ChartStanding {
  state: ProposalState;
  signOffs: Partial<Record<SignOffKey, { status: SignOffStatus }>>;
  openConcerns: number;
}

/** `ReviseProposal`, `RecordDecision.DECLINED`, `GiveSignOff.purpose`; `Reconsider` only looks whether the state still holds. */
export type MachineEvent = string;

const reconsider = 'Reconsider';

const signOffStates = (key: SignOffKey) => {
  const on = {
    [`GiveSignOff.${key}`]: { target: 'GIVEN', guard: 'reviewIsOpen' },
  };
  const withdraw = { [`WithdrawSignOff.${key}`]: 'WITHDRAWN' };
  return {
    initial: 'PENDING',
    states: {
      PENDING: { on },
      GIVEN: { on: { ...on, ...withdraw, [`MakeStale.${key}`]: 'STALE' } },
      STALE: { on: { ...on, ...withdraw } },
      WITHDRAWN: { on },
    },
  };
};

/** Self-transitions are written out, so that `can` tells a permitted command from one the state does not know. */
const stageState = (state: ProposalState, stage: Stage) => ({
  on: {
    ...Object.fromEntries(Object.entries(stage).map(([command, target]) => [command, { target }])),
    ...Object.fromEntries([...atAnyTime, reconsider].map(command => [command, { target: state }])),
  },
  ...(state === 'IN_REVIEW' ? { always: { target: 'AWAITING_DECISION', guard: 'isReady' } } : {}),
  ...(state === 'AWAITING_DECISION' ? { always: { target: 'IN_REVIEW', guard: not('isReady') } } : {}),
});

function compile(definition: WorkflowDefinition): AnyStateMachine {
  const keys = definition.signOffs.map(({ key }) => key);
  const stages = Object.entries(lifecycle) as [ProposalState, Stage][];
  return createMachine(
    {
      id: `${definition.key}-v${definition.version}`,
      type: 'parallel',
      context: { openConcerns: 0 },
      states: {
        stage: {
          initial: definition.tier === 'U' ? 'URGENT_RECORDED' : 'DRAFTING',
          states: Object.fromEntries(stages.map(([state, stage]) => [state, stageState(state, stage)])),
        },
        signOffs: { type: 'parallel', states: Object.fromEntries(keys.map(key => [key, signOffStates(key)])) },
      },
    },
    {
      guards: {
        isReady: and(['noConcernIsOpen', ...keys.map(key => stateIn({ signOffs: { [key]: 'GIVEN' } }))]),
        noConcernIsOpen: ({ context }) => context.openConcerns === 0,
        reviewIsOpen: or([stateIn({ stage: 'IN_REVIEW' }), stateIn({ stage: 'AWAITING_DECISION' })]),
      },
    },
  );
}

const machines = new Map<WorkflowDefinition, AnyStateMachine>();

/** The statechart of a definition: for walking it, drawing it, and stepping through it. */
export function machineOf(definition: WorkflowDefinition): AnyStateMachine {
  const machine = machines.get(definition) ?? compile(definition);
  machines.set(definition, machine);
  return machine;
}

function snapshotOf(
  definition: WorkflowDefinition,
  { state, signOffs, openConcerns }: ChartStanding,
): AnyMachineSnapshot {
  const statuses = definition.signOffs.map(({ key }) => [key, signOffs[key]?.status ?? 'PENDING']);
  return machineOf(definition).resolveState({
    value: { stage: state, signOffs: Object.fromEntries(statuses) as Record<string, string> },
    context: { openConcerns },
  });
}

export const standingOfProposal = ({ state, signOffs, concerns }: Proposal): ChartStanding => ({
  state,
  signOffs,
  openConcerns: concerns.filter(({ status }) => status === 'OPEN').length,
});

/** Is this event possible now? */
export const can = (definition: WorkflowDefinition, proposal: Proposal, event: MachineEvent): boolean =>
  snapshotOf(definition, standingOfProposal(proposal)).can({ type: event });

export interface Step {
  state: ProposalState;
  signOffs: Partial<Record<SignOffKey, SignOffStatus>>;
}

/** The charts have no memory, so a step once taken is known: a replay of a whole history takes the same few again and again. */
const steps = new WeakMap<WorkflowDefinition, Map<string, Step>>();

/** Takes one step. An event that is not possible leaves all as it is: ask `can` first. */
export function step(definition: WorkflowDefinition, standing: ChartStanding, event: MachineEvent = reconsider): Step {
  const known = steps.get(definition) ?? new Map<string, Step>();
  steps.set(definition, known);
  const { state, signOffs, openConcerns } = standing;
  const statuses = definition.signOffs.map(({ key }) => signOffs[key]?.status ?? 'PENDING');
  const from = [state, ...statuses, Math.min(openConcerns, 1), event].join(' ');
  const taken = known.get(from) ?? takeStep(definition, standing, event);
  known.set(from, taken);
  return taken;
}

function takeStep(definition: WorkflowDefinition, standing: ChartStanding, event: MachineEvent): Step {
  const [next] = transition(machineOf(definition), snapshotOf(definition, standing), { type: event });
  const value = next.value as { stage: ProposalState; signOffs: Step['signOffs'] };
  return { state: value.stage, signOffs: value.signOffs };
}

export const definitionOf = (proposal: Proposal): WorkflowDefinition => getDefinition(proposal.workflow);
