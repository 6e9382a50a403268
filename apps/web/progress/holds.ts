// What holds the next steps of a proposal, as far as the viewer may know: by step, each thing once.
import type { Of } from '../gql/graphql.js';

export interface Hold {
  code: string;
  message: string;
  subject: string | null;
}

interface Step {
  from: Of<'ProposalState'>;
  to: Of<'ProposalState'>;
  blockers: readonly Hold[];
}

interface Charted {
  nodes: readonly { state: Of<'ProposalState'>; title: string; status: Of<'ProgressStatus'> }[];
  edges: readonly Step[];
}

export interface Held {
  /** The state that it cannot come to yet, in words. */
  before: string;
  holds: readonly Hold[];
}

/** Only of steps towards a decision: that somebody cannot decline it yet is no news. */
export function heldSteps({ nodes, edges }: Charted): Held[] {
  const here = nodes.find(({ status }) => status === 'HERE')?.state;
  const next = nodes.filter(({ status }) => status === 'NEXT');
  const steps = next.map(({ state, title }) => {
    const holds = edges.filter(({ from, to }) => from === here && to === state).flatMap(({ blockers }) => blockers);
    return { before: title, holds: once(holds) };
  });
  return steps.filter(({ holds }, index) => holds.length > 0 && !steps.slice(0, index).some(same(holds)));
}

const keyOf = ({ code, subject, message }: Hold): string => [code, subject ?? message].join(' ');

const once = (holds: readonly Hold[]): Hold[] => [...new Map(holds.map(hold => [keyOf(hold), hold])).values()];

const same =
  (holds: readonly Hold[]) =>
  (other: Held): boolean =>
    other.holds.map(keyOf).join() === holds.map(keyOf).join();
