// What reports ought to count of a proposal, recounted naively from its entries: written without the rules' code, as docs/rules.md
// tells the life of a proposal.
import type { Row } from '../harness/index.js';

export const factTables = ['decision_fact', 'state_span', 'stale_fact', 'concern_fact'] as const;
export type Recount = Record<(typeof factTables)[number], Row[]>;

/** An entry, read off its bytes. */
export interface Told {
  type: string;
  proposal: string;
  by: { person: string };
  at: string;
  version: number;
  payload: Row;
}

/** Of one stream. */
export function recount(stream: Told[]): Recount {
  const counted: Recount = { decision_fact: [], state_span: [], stale_fact: [], concern_fact: [] };
  const { proposal: proposal_id, payload } = stream[0]!;
  const own = { proposal_id, lead_organisation_id: payload['leadOrganisationId'] };
  let author = stream[0]!.by.person;
  let { tier } = payload;
  const concerns = new Map<string, Row>();
  for (const { type, at: moment, payload: said } of stream) {
    const at = new Date(moment);
    if (type === 'TierChanged') tier = said['to'];
    if (type === 'ProposalHandedOver') author = personOf(said['to']);
    if (type === 'DecisionRecorded') counted.decision_fact.push({ ...own, tier, outcome: said['outcome'], at });
    if (type === 'SignOffMadeStale') {
      const causes = new Set((said['staleBecause'] as string[]).map(path => path.replace(/\..*/, '')));
      for (const cause of causes) counted.stale_fact.push({ ...own, sign_off: said['signOff'], cause, at });
    }
    if (type === 'ConcernRaised') {
      const { audience, severity } = said;
      const open = { status: 'OPEN', disposition: null, raised_at: at, settled_at: null };
      concerns.set(said['concernId'], { ...own, audience, severity, ...open });
    }
    if (type === 'ConcernAnswered')
      Object.assign(concerns.get(said['concernId'])!, { status: 'ANSWERED', disposition: said['disposition'] });
    if (type === 'ConcernSettled')
      Object.assign(concerns.get(said['concernId'])!, { status: said['status'], settled_at: at });
  }
  counted.concern_fact = [...concerns.values()].map(concern => ({ ...concern, author_id: author }));
  counted.state_span = spansOf(stream).map(span => ({ ...own, ...span }));
  return counted;
}

const personOf = (by: Row): string => (by['personId'] ?? by['person']) as string;

/** Each sign-off that the pinned definition of a tier requires. */
const light = ['purpose', 'proportionality', 'privacy_risk'];
const requiredBy: Record<string, string[]> = {
  light,
  standard: [...light, 'consultation', 'transparency'],
  heightened: [...light, 'consultation', 'transparency'],
};

/** Ready for a decision are those under review whose sign-offs are all given, whatever was found, and whose concerns are all answered. */
function spansOf(stream: Told[]): Row[] {
  const spans: Row[] = [];
  const given = new Set<string>();
  const open = new Set<string>();
  let { tier, workflow } = stream[0]!.payload;
  let standing = stream[0]!.type === 'UrgentDisclosureRecorded' ? 'URGENT_RECORDED' : 'DRAFTING';
  for (const [index, { type, at, version, payload: said }] of stream.entries()) {
    if (type === 'TierChanged') tier = said['to'];
    if (type === 'WorkflowPinned') ({ workflow } = said);
    if (type === 'ProposalSubmitted') standing = 'IN_REVIEW';
    if (type === 'ProposalWithdrawn') standing = 'WITHDRAWN';
    if (type === 'DecisionRecorded') standing = said['outcome'] as string;
    if (type === 'SignOffGiven') given.add(said['signOff']);
    if (type === 'SignOffWithdrawn' || type === 'SignOffMadeStale') given.delete(said['signOff']);
    if (type === 'ConcernRaised') open.add(said['concernId']);
    if (type === 'ConcernAnswered' || type === 'ConcernSettled') open.delete(said['concernId']);
    if (stream[index + 1]?.version === version) continue;
    const isReady = open.size === 0 && (requiredBy[workflow.key] ?? []).every(key => given.has(key));
    const state = standing === 'IN_REVIEW' && isReady ? 'AWAITING_DECISION' : standing;
    const last = spans.at(-1);
    if (last?.['state'] === state) last['tier'] = tier;
    else {
      if (last) last['left_at'] = new Date(at);
      spans.push({ state, tier, entered_at: new Date(at), left_at: null });
    }
  }
  return spans;
}
