// What somebody may do with a concern, and for whom it waits. What the API allows is its own to say; this is what a screen offers.
import type { Of } from '../gql/graphql.js';

export interface StandingConcern {
  status: Of<'ConcernStatus'>;
  audience: Of<'ConcernAudience'>;
  severity: Of<'ConcernSeverity'>;
  disposition: Of<'Disposition'> | null;
  raisedBy: { id: string };
  organisation: { id: string };
}

export interface Onlooker {
  id: string;
  organisationId: string;
  /** A partner speaks for their organisation: colleagues may settle what one of them raised. */
  isPartner: boolean;
  mayAnswer: boolean;
}

export interface ConcernActs {
  answer: boolean;
  /** SETTLED and DISPUTED are said to an answer; WITHDRAWN at any time before the end. */
  outcomes: ('SETTLED' | 'DISPUTED' | 'WITHDRAWN')[];
  waitsFor: 'answer' | 'lead' | 'raiser' | 'nobody';
}

const isOver = ({ status }: StandingConcern): boolean => status === 'SETTLED' || status === 'WITHDRAWN';

export function concernActs(concern: StandingConcern, viewer: Onlooker): ConcernActs {
  const isRaiser =
    concern.raisedBy.id === viewer.id || (viewer.isPartner && concern.organisation.id === viewer.organisationId);
  const outcomes: ConcernActs['outcomes'] =
    concern.status === 'ANSWERED' ? ['SETTLED', 'DISPUTED', 'WITHDRAWN'] : ['WITHDRAWN'];
  return {
    answer: viewer.mayAnswer && !isOver(concern),
    outcomes: isRaiser && !isOver(concern) ? outcomes : [],
    waitsFor: waitsFor(concern),
  };
}

function waitsFor({ status, audience }: StandingConcern): ConcernActs['waitsFor'] {
  if (status === 'OPEN') return audience === 'REVIEWERS' ? 'lead' : 'answer';
  return status === 'ANSWERED' ? 'raiser' : 'nobody';
}

/** What it does to the decision: it holds it; an approval has to name it; nothing. */
export function weightOf(concern: StandingConcern): 'holds' | 'named' | 'nothing' {
  const { status, severity, disposition } = concern;
  if (status === 'OPEN') return 'holds';
  if (status === 'DISPUTED') return 'named';
  return status === 'ANSWERED' && severity === 'SUBSTANTIAL' && disposition === 'NOT_ACCEPTED' ? 'named' : 'nothing';
}
