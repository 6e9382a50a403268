// What reports count of one proposal, read off its events in their order. Pure: the same events always make the same facts.
import { evolve, type Proposal, type RecordedEvent } from '#governance';

/** Rows of each table (migrations/0013), named as its columns are. */
export interface Facts {
  decision_fact: object[];
  state_span: StateSpan[];
  stale_fact: object[];
  concern_fact: object[];
}

interface StateSpan {
  state: string;
  tier: string;
  entered_at: string;
  left_at: string | null;
}

/** None where there are no events. Words are not needed: neither state nor tier depends on them. */
export function factsOf(events: readonly RecordedEvent[]): Facts {
  const facts: Facts = { decision_fact: [], state_span: [], stale_fact: [], concern_fact: [] };
  let proposal: Proposal | undefined;
  for (const [at, event] of events.entries()) {
    proposal = evolve(proposal, event);
    addActs(facts, proposal, event);
    // Where the proposal stands between two events of one command is nowhere that anybody ever saw it.
    if (events[at + 1]?.version !== event.version) addState(facts.state_span, proposal);
  }
  if (!proposal) return facts;
  facts.concern_fact = concernsOf(proposal);
  return ofProposal(facts, proposal);
}

function addActs(facts: Facts, { tier }: Proposal, event: RecordedEvent): void {
  const { at } = event;
  if (event.type === 'DecisionRecorded') facts.decision_fact.push({ tier, outcome: event.outcome, at });
  if (event.type === 'SignOffMadeStale')
    for (const cause of new Set(event.staleBecause.map(path => path.split('.')[0])))
      facts.stale_fact.push({ sign_off: event.signOff, cause, at });
}

/** A tier that changes on leaving a state is that of the next one. */
function addState(spans: StateSpan[], { state, tier, updatedAt }: Proposal): void {
  const last = spans.at(-1);
  if (last?.state === state) last.tier = tier;
  else {
    if (last) last.left_at = updatedAt;
    spans.push({ state, tier, entered_at: updatedAt, left_at: null });
  }
}

const concernsOf = ({ author, concerns }: Proposal): object[] =>
  concerns.map(({ audience, severity, status, raisedAt, answer, outcome }) => ({
    ...{ author_id: author.personId, audience, severity, status, raised_at: raisedAt },
    ...{ disposition: answer?.disposition ?? null, settled_at: outcome?.at ?? null },
  }));

function ofProposal(facts: Facts, { id, leadOrganisationId }: Proposal): Facts {
  const own = <Row extends object>(rows: Row[]): Row[] =>
    rows.map(row => ({ proposal_id: id, lead_organisation_id: leadOrganisationId, ...row }));
  return {
    decision_fact: own(facts.decision_fact),
    state_span: own(facts.state_span),
    stale_fact: own(facts.stale_fact),
    concern_fact: own(facts.concern_fact),
  };
}
