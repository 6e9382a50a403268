// Whether a dossier can be submitted, and what writing it means, by how far its proposal has come.
import type { Of } from '../gql/graphql.js';
import { dossierWords } from './words.js';

interface Available {
  command: string;
  allowed: boolean;
  blockers: readonly { code: string }[];
}

/** `no`: not mine, or not at this stage. `missing`: as soon as what is missing is there. */
export function submissionOf(commands: readonly Available[]): 'yes' | 'missing' | 'no' {
  const submit = commands.find(({ command }) => command === 'submitProposal');
  if (submit?.allowed) return 'yes';
  return submit && submit.blockers.every(({ code }) => code !== 'wrong-state') ? 'missing' : 'no';
}

interface Read {
  state: Of<'ProposalState'>;
  isWriting: boolean;
}

const inHands: ReadonlySet<Of<'ProposalState'>> = new Set(['DRAFTING', 'RETURNED', 'IN_REVIEW', 'AWAITING_DECISION']);

/** What whoever opens the dossier has to know first; undefined where writing it is nothing but that. */
export function leadOf({ state, isWriting }: Read): string | undefined {
  if (!inHands.has(state)) return dossierWords.settled;
  if (!isWriting) return dossierWords.readOnly;
  return state === 'DRAFTING' || state === 'RETURNED' ? undefined : dossierWords.inReview;
}
