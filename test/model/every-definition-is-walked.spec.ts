// Every definition's statechart, walked through every situation it can be set up in and every situation it can reach.
import { describe, expect, it } from '@jest/globals';
import { transition, type AnyMachineSnapshot } from 'xstate';
import { definitions, machineOf, step, type ChartStanding, type ProposalState, type SignOffKey, type SignOffStatus, type Step, type WorkflowDefinition } from '#governance';

const statuses: SignOffStatus[] = ['PENDING', 'GIVEN', 'STALE', 'WITHDRAWN'];
const terminal: ProposalState[] = ['APPROVED', 'APPROVED_WITH_CONDITIONS', 'DECLINED', 'REDIRECTED', 'WITHDRAWN', 'URGENT_RECORDED'];
const approvals: ProposalState[] = ['APPROVED', 'APPROVED_WITH_CONDITIONS'];
const reviewing: ProposalState[] = ['IN_REVIEW', 'AWAITING_DECISION'];

const commands = ['SubmitProposal', 'ReviseProposal', 'InvitePartners', 'RaiseConcern', 'ProposeAlternative', 'AnswerConcern', 'SettleConcern', 'RaiseTier', 'DeclareConflict', 'MeetCondition', 'MarkRelevance', 'HandOverProposal', 'WithdrawProposal', 'Comment', 'Reconsider', ...['APPROVED', 'APPROVED_WITH_CONDITIONS', 'RETURNED', 'DECLINED', 'REDIRECTED'].map(outcome => `RecordDecision.${outcome}`)];
const ofSignOff = (key: SignOffKey): string[] => ['GiveSignOff', 'WithdrawSignOff', 'MakeStale'].map(verb => `${verb}.${key}`);
const eventsOf = ({ signOffs }: WorkflowDefinition): string[] => [...commands, ...signOffs.flatMap(({ key }) => ofSignOff(key))];

/** What a client or an attacker might send as the name of an event. */
const foreign = ['', '*', '.', 'xstate.init', 'xstate.stop', 'xstate.update', 'xstate.done.state.stage', 'xstate.done.state.signOffs.purpose', 'xstate.after.1000.stage', 'xstate.error.actor.x', 'xstate.snapshot.x', 'done.state.stage', 'GiveSignOff', 'GiveSignOff.*', 'GiveSignOff.spelling', 'GiveSignOff.__proto__', 'RecordDecision', 'RecordDecision.*', 'RecordDecision.APPROVED.x', 'RecordDecision.constructor', 'APPROVED', '__proto__', 'constructor', 'toString', 'SubmitProposal ', 'submitProposal'];

const statesOf = (definition: WorkflowDefinition): ProposalState[] =>
  Object.keys(machineOf(definition).states['stage']!.states) as ProposalState[];

function* combinations(keys: SignOffKey[]): Generator<ChartStanding['signOffs']> {
  const [key, ...others] = keys;
  if (!key) return yield {};
  for (const rest of combinations(others)) for (const status of statuses) yield { [key]: { status }, ...rest };
}

/** Every standing that can be written down, sensible or not. */
function* standings(definition: WorkflowDefinition): Generator<ChartStanding> {
  const keys = definition.signOffs.map(({ key }) => key);
  for (const state of statesOf(definition)) {
    for (const signOffs of combinations(keys)) for (const openConcerns of [0, 1]) yield { state, signOffs, openConcerns };
  }
}

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

/** Breadth first from the beginning; concerns open and close beside the chart, as the fold lets them. */
function walk(definition: WorkflowDefinition): Map<string, Reached> {
  const keys = definition.signOffs.map(({ key }) => key);
  const initial = machineOf(definition).getInitialSnapshot({} as never, {}) as AnyMachineSnapshot;
  const state = (initial.value as { stage: ProposalState }).stage;
  const signOffs = Object.fromEntries(keys.map(key => [key, { status: 'PENDING' as const }]));
  const first: ChartStanding = { state, signOffs, openConcerns: 0 };
  const reached = new Map<string, Reached>([[keyOf(first), { standing: first }]]);
  for (const { standing: from } of reached.values()) {
    for (const openConcerns of [0, 1]) {
      for (const event of eventsOf(definition)) {
        const next = step(definition, { ...from, openConcerns }, event);
        const standing = { state: next.state, signOffs: withStatuses(next), openConcerns };
        if (!reached.has(keyOf(standing))) reached.set(keyOf(standing), { standing, via: { event, from } });
      }
    }
  }
  return reached;
}

/** One assertion over very many cases: the first ones that break the promise, if any. */
const expectNone = (broken: unknown[]): void => expect(broken.slice(0, 3)).toEqual([]);

describe.each(definitions.map(definition => [definition.key, definition] as const))('the statechart of %s (rules: commands 8 and 9)', (_, definition) => {
  const all = [...standings(definition)];

  it(`lets nothing but AWAITING_DECISION lead to an approval (${all.length} standings, ${eventsOf(definition).length} events)`, () => {
    const broken = all
      .filter(({ state }) => !approvals.includes(state))
      .flatMap(standing => eventsOf(definition).map(event => ({ standing, event, to: step(definition, standing, event).state })))
      .filter(({ standing, event, to }) => approvals.includes(to) && !(standing.state === 'AWAITING_DECISION' && event === `RecordDecision.${to}`));
    expectNone(broken);
  });

  it('awaits a decision exactly when every required sign-off is given and no concern is open', () => {
    const broken = all
      .filter(({ state }) => reviewing.includes(state))
      .map(standing => ({ standing, to: step(definition, standing).state }))
      .filter(({ standing, to }) => to !== (isReady(definition, standing) ? 'AWAITING_DECISION' : 'IN_REVIEW'));
    expectNone(broken);
  });

  it('never leaves its two review states out of step with the sign-offs, whatever the event', () => {
    const broken = all.flatMap(standing =>
      eventsOf(definition)
        .map(event => ({ event, standing, next: step(definition, standing, event) }))
        .filter(({ next }) => reviewing.includes(next.state))
        .filter(({ event, standing: { state }, next }) => event !== 'RecordDecision' && !(state === next.state && !reviewing.includes(state)))
        .filter(({ next }) => (next.state === 'AWAITING_DECISION') !== isReady(definition, { ...standing, signOffs: withStatuses(next) })),
    );
    expectNone(broken);
  });

  it.each(foreign)('is not moved by the event %j', event => {
    const broken = all
      .filter(standing => !reviewing.includes(standing.state) || (standing.state === 'AWAITING_DECISION') === isReady(definition, standing))
      .map(standing => ({ standing, next: step(definition, standing, event) }))
      .filter(({ standing, next }) => JSON.stringify(sortedStep(next)) !== JSON.stringify(sortedStep(asStep(standing, standing.state))));
    expectNone(broken);
  });

  it('leaves no terminal state', () => {
    const broken = all
      .filter(({ state }) => terminal.includes(state))
      .flatMap(standing => eventsOf(definition).map(event => ({ standing, event, to: step(definition, standing, event).state })))
      .filter(({ standing, to }) => to !== standing.state);
    expectNone(broken);
  });

  it('gives a sign-off in review only, and each event moves its own sign-off only', () => {
    const broken = all.flatMap(standing =>
      definition.signOffs.flatMap(({ key }) =>
        definition.signOffs
          .map(({ key: other }) => ({ key, other, standing, to: step(definition, standing, `GiveSignOff.${key}`).signOffs[other] }))
          .filter(({ key: given, other: seen, to }) => {
            const before = standing.signOffs[seen]?.status;
            return to !== (given === seen && reviewing.includes(standing.state) ? 'GIVEN' : before);
          }),
      ),
    );
    expectNone(broken);
  });

  it('has no effects, no timers and no services', () => {
    const written = JSON.stringify(machineOf(definition).definition);
    expect(written).not.toMatch(/"invoke":\[[^\]]|"after"|xstate\.after/);
    const snapshot = machineOf(definition).getInitialSnapshot({} as never, {}) as AnyMachineSnapshot;
    expect(transition(machineOf(definition), snapshot, { type: 'Reconsider' })[1]).toEqual([]);
  });
});

const sortedStep = ({ state, signOffs }: Step): unknown => [state, Object.entries(signOffs).sort(([a], [b]) => (a < b ? -1 : 1))];

describe.each(definitions.filter(({ tier }) => tier !== 'U').map(definition => [definition.key, definition] as const))('what can be reached in %s', (_, definition) => {
  const reached = [...walk(definition).values()];

  it(`is every state but the urgent one (${reached.length} standings)`, () => {
    const states = new Set(reached.map(({ standing: { state } }) => state));
    expect([...states].sort()).toEqual(statesOf(definition).filter(state => state !== 'URGENT_RECORDED').sort());
  });

  it('is no approval but from AWAITING_DECISION, with every sign-off given', () => {
    const entered = reached.filter(({ standing: { state }, via }) => approvals.includes(state) && !approvals.includes(via!.from.state));
    expect(entered.length).toBeGreaterThan(0);
    expectNone(entered.filter(({ via }) => via!.from.state !== 'AWAITING_DECISION' || !definition.signOffs.every(({ key }) => via!.from.signOffs[key]?.status === 'GIVEN')));
  });
});

describe('the urgent lane', () => {
  it('begins and stays where it was recorded', () => {
    const urgent = definitions.find(({ tier }) => tier === 'U')!;
    expect([...walk(urgent).values()].map(({ standing: { state } }) => state)).toEqual(['URGENT_RECORDED', 'URGENT_RECORDED']);
  });
});

describe('the definitions (rules: facts and tier)', () => {
  const keysOf = (tier: string): string[] => definitions.find(definition => definition.tier === tier)!.signOffs.map(({ key }) => key);

  it('require purpose, proportionality and privacy_risk at T1, and all five at T2 and T3', () => {
    const five = ['purpose', 'proportionality', 'privacy_risk', 'consultation', 'transparency'];
    expect(['T1', 'T2', 'T3', 'U'].map(keysOf)).toEqual([five.slice(0, 3), five, five, []]);
  });
});
