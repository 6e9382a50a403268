// Every definition's statechart, walked through every situation it can be set up in and every situation it can reach.
import { describe, expect, it } from '@jest/globals';
import { transition, type AnyMachineSnapshot } from 'xstate';
import {
  definitions,
  machineOf,
  step,
  type ChartStanding,
  type ProposalState,
  type SignOffKey,
  type SignOffStatus,
  type Step,
  type WorkflowDefinition,
} from '#governance';

const statuses: SignOffStatus[] = ['PENDING', 'GIVEN', 'STALE', 'WITHDRAWN'];
const terminal: ProposalState[] = [
  'APPROVED',
  'APPROVED_WITH_CONDITIONS',
  'DECLINED',
  'REDIRECTED',
  'WITHDRAWN',
  'URGENT_RECORDED',
];
const approvals: ProposalState[] = ['APPROVED', 'APPROVED_WITH_CONDITIONS'];
const reviewing: ProposalState[] = ['IN_REVIEW', 'AWAITING_DECISION'];

const commands = [
  'SubmitProposal',
  'ReviseProposal',
  'InvitePartners',
  'RaiseConcern',
  'ProposeAlternative',
  'AnswerConcern',
  'SettleConcern',
  'RaiseTier',
  'DeclareConflict',
  'MeetCondition',
  'MarkRelevance',
  'HandOverProposal',
  'WithdrawProposal',
  'Comment',
  'EditComment',
  'Reconsider',
  ...['APPROVED', 'APPROVED_WITH_CONDITIONS', 'RETURNED', 'DECLINED', 'REDIRECTED'].map(
    outcome => `RecordDecision.${outcome}`,
  ),
];
const ofSignOff = (key: SignOffKey): string[] =>
  ['GiveSignOff', 'WithdrawSignOff', 'MakeStale'].map(verb => `${verb}.${key}`);
const eventsOf = ({ signOffs }: WorkflowDefinition): string[] => [
  ...commands,
  ...signOffs.flatMap(({ key }) => ofSignOff(key)),
];

/** What a client or an attacker might send as the name of an event. */
const foreign = [
  '',
  '*',
  '.',
  'xstate.init',
  'xstate.stop',
  'xstate.update',
  'xstate.done.state.stage',
  'xstate.done.state.signOffs.purpose',
  'xstate.after.1000.stage',
  'xstate.error.actor.x',
  'xstate.snapshot.x',
  'done.state.stage',
  'GiveSignOff',
  'GiveSignOff.*',
  'GiveSignOff.spelling',
  'GiveSignOff.__proto__',
  'RecordDecision',
  'RecordDecision.*',
  'RecordDecision.APPROVED.x',
  'RecordDecision.constructor',
  'APPROVED',
  '__proto__',
  'constructor',
  'toString',
  'SubmitProposal ',
  'submitProposal',
];

const statesOf = (definition: WorkflowDefinition): ProposalState[] =>
  Object.keys(machineOf(definition).states['stage']!.states) as ProposalState[];

function combinations(keys: SignOffKey[]): ChartStanding['signOffs'][] {
  const [key, ...others] = keys;
  if (!key) return [{}];
  return combinations(others).flatMap(rest => statuses.map(status => ({ [key]: { status }, ...rest })));
}

/** All alike, or all but one pending or given: enough to see each sign-off alone, where all combinations are too many. */
function fewCombinations(keys: SignOffKey[]): ChartStanding['signOffs'][] {
  const alike = (status: SignOffStatus) => Object.fromEntries(keys.map(key => [key, { status }]));
  const others = keys.flatMap(key =>
    statuses.flatMap(status => [
      { ...alike('GIVEN'), [key]: { status } },
      { ...alike('PENDING'), [key]: { status } },
    ]),
  );
  return [...statuses.map(alike), ...others];
}

const keysOf = ({ signOffs }: WorkflowDefinition): SignOffKey[] => signOffs.map(({ key }) => key);

const across = (states: ProposalState[], signOffs: ChartStanding['signOffs'][]): ChartStanding[] =>
  states.flatMap(state =>
    signOffs.flatMap(each => [0, 1].map(openConcerns => ({ state, signOffs: each, openConcerns }))),
  );

/** Every standing with three sign-offs; with five, those of `fewCombinations` in each state. */
const standings = (definition: WorkflowDefinition): ChartStanding[] => {
  const keys = keysOf(definition);
  const signOffs = keys.length > 3 ? fewCombinations(keys) : combinations(keys);
  return [...new Map(across(statesOf(definition), signOffs).map(standing => [keyOf(standing), standing])).values()];
};

/** Every combination of statuses, whatever their number, in the two states of review. */
const everyReview = (definition: WorkflowDefinition): ChartStanding[] =>
  across(reviewing, combinations(keysOf(definition)));

interface Taken {
  standing: ChartStanding;
  event: string;
  next: Step;
}

const taken = (definition: WorkflowDefinition, standings: ChartStanding[], events: string[]): Taken[] =>
  standings.flatMap(standing => events.map(event => ({ standing, event, next: step(definition, standing, event) })));

const asStep = ({ signOffs }: ChartStanding, state: ProposalState): Step => ({
  state,
  signOffs: Object.fromEntries(Object.entries(signOffs).map(([key, { status }]) => [key, status])),
});
const isReady = (definition: WorkflowDefinition, { signOffs, openConcerns }: ChartStanding): boolean =>
  openConcerns === 0 && definition.signOffs.every(({ key }) => signOffs[key]?.status === 'GIVEN');
const withStatuses = ({ signOffs }: Step): ChartStanding['signOffs'] =>
  Object.fromEntries(Object.entries(signOffs).map(([key, status]) => [key, { status }]));

const keyOf = (standing: ChartStanding): string =>
  [standing.state, standing.openConcerns, ...Object.values(standing.signOffs).map(({ status }) => status)].join(' ');

interface Reached {
  standing: ChartStanding;
  via?: { event: string; from: ChartStanding };
}

/** With five sign-offs the walk only gives them: what makes one stale or takes it back is in the table of all steps. */
const walkedEvents = (definition: WorkflowDefinition): string[] =>
  eventsOf(definition).filter(event => definition.signOffs.length <= 3 || !/^(WithdrawSignOff|MakeStale)/.test(event));

/** Breadth first from the beginning; concerns open and close beside the chart, as the fold lets them. */
function walk(definition: WorkflowDefinition): Reached[] {
  const initial = machineOf(definition).getInitialSnapshot({} as never, {}) as AnyMachineSnapshot;
  const state = (initial.value as { stage: ProposalState }).stage;
  const signOffs = Object.fromEntries(keysOf(definition).map(key => [key, { status: 'PENDING' as const }]));
  const first: ChartStanding = { state, signOffs, openConcerns: 0 };
  const reached = new Map<string, Reached>([[keyOf(first), { standing: first }]]);
  for (const { standing: from } of reached.values()) {
    for (const event of walkedEvents(definition)) {
      for (const openConcerns of reviewing.includes(from.state) ? [0, 1] : [from.openConcerns]) {
        const next = step(definition, { ...from, openConcerns }, event);
        const standing = { state: next.state, signOffs: withStatuses(next), openConcerns };
        if (!reached.has(keyOf(standing))) reached.set(keyOf(standing), { standing, via: { event, from } });
      }
    }
  }
  return [...reached.values()];
}

/** One assertion over very many cases: the first ones that break the promise, if any. */
const expectNone = (broken: unknown[]): void => expect(broken.slice(0, 3)).toEqual([]);

const sortedStep = ({ state, signOffs }: Step): string => JSON.stringify([state, Object.entries(signOffs).sort()]);
const isSettled = (definition: WorkflowDefinition, standing: ChartStanding): boolean =>
  !reviewing.includes(standing.state) || (standing.state === 'AWAITING_DECISION') === isReady(definition, standing);

const named = definitions.map(definition => [definition.key, definition] as const);

describe.each(named)('the statechart of %s (rules: commands 8 and 9)', (_, definition) => {
  const table = taken(definition, standings(definition), eventsOf(definition));

  it(`lets nothing but AWAITING_DECISION lead to an approval (${table.length} steps)`, () => {
    const entering = table.filter(
      ({ standing, next }) => approvals.includes(next.state) && standing.state !== next.state,
    );
    expectNone(
      entering.filter(
        ({ standing, event, next }) =>
          standing.state !== 'AWAITING_DECISION' || event !== `RecordDecision.${next.state}`,
      ),
    );
  });

  it('never leaves its two review states out of step with the sign-offs, whatever the event', () => {
    const after = table.filter(({ next }) => reviewing.includes(next.state));
    expectNone(
      after.filter(
        ({ standing, next }) =>
          (next.state === 'AWAITING_DECISION') !== isReady(definition, { ...standing, signOffs: withStatuses(next) }),
      ),
    );
  });

  it('leaves no terminal state', () => {
    expectNone(table.filter(({ standing: { state }, next }) => terminal.includes(state) && next.state !== state));
  });

  it('gives a sign-off in review only, and each event moves its own sign-off only', () => {
    const moved = table.flatMap(({ standing, event, next }) =>
      keysOf(definition)
        .filter(key => next.signOffs[key] !== standing.signOffs[key]?.status)
        .map(key => ({ key, event, standing, to: next.signOffs[key] })),
    );
    expectNone(moved.filter(({ key, event }) => !ofSignOff(key).includes(event)));
    expectNone(moved.filter(({ to, standing: { state } }) => to === 'GIVEN' && !reviewing.includes(state)));
  });

  it('awaits a decision exactly when every required sign-off is given and no concern is open, in every combination', () => {
    const steps = taken(definition, everyReview(definition), ['Reconsider']);
    expectNone(
      steps.filter(
        ({ standing, next }) => next.state !== (isReady(definition, standing) ? 'AWAITING_DECISION' : 'IN_REVIEW'),
      ),
    );
  });

  it.each(foreign)('is not moved by the event %j', event => {
    const alike = across(statesOf(definition), fewCombinations(keysOf(definition)).slice(0, 4));
    const steps = taken(
      definition,
      alike.filter(standing => isSettled(definition, standing)),
      [event],
    );
    expectNone(steps.filter(({ standing, next }) => sortedStep(next) !== sortedStep(asStep(standing, standing.state))));
  });

  it('has no effects, no timers and no services', () => {
    const written = JSON.stringify(machineOf(definition).definition);
    expect(written).not.toMatch(/"invoke":\[[^\]]|"after"|xstate\.after/);
    const snapshot = machineOf(definition).getInitialSnapshot({} as never, {}) as AnyMachineSnapshot;
    expect(transition(machineOf(definition), snapshot, { type: 'Reconsider' })[1]).toEqual([]);
  });
});

describe.each(named.filter(([key]) => key !== 'urgent'))('what can be reached in %s', (_, definition) => {
  const reached = walk(definition);

  it(`is every state but the urgent one (${reached.length} standings)`, () => {
    const states = new Set(reached.map(({ standing: { state } }) => state));
    expect([...states].sort()).toEqual(
      statesOf(definition)
        .filter(state => state !== 'URGENT_RECORDED')
        .sort(),
    );
  });

  it('is no approval but from AWAITING_DECISION, with every sign-off given', () => {
    const entered = reached.filter(
      ({ standing: { state }, via }) => approvals.includes(state) && !approvals.includes(via!.from.state),
    );
    expect(entered.length).toBeGreaterThan(0);
    expectNone(
      entered.filter(
        ({ via }) =>
          via!.from.state !== 'AWAITING_DECISION' ||
          !definition.signOffs.every(({ key }) => via!.from.signOffs[key]?.status === 'GIVEN'),
      ),
    );
  });
});

describe('the urgent lane', () => {
  it('begins and stays where it was recorded', () => {
    const urgent = definitions.find(({ tier }) => tier === 'U')!;
    expect(walk(urgent).map(({ standing: { state } }) => state)).toEqual(['URGENT_RECORDED']);
  });
});

describe('the definitions (rules: facts and tier)', () => {
  const keysAt = (tier: string): string[] => keysOf(definitions.find(definition => definition.tier === tier)!);

  it('require purpose, proportionality and privacy_risk at T1, and all five at T2 and T3', () => {
    const five = ['purpose', 'proportionality', 'privacy_risk', 'consultation', 'transparency'];
    expect(['T1', 'T2', 'T3', 'U'].map(keysAt)).toEqual([five.slice(0, 3), five, five, []]);
  });
});
