// submitProposal: the author hands the proposal in, complete or with its gaps stated openly. `docs/rules.md` 2.
import { erasedBlockers } from '../../erasure/erased-places.js';
import { blocked, type Blocker } from '../../problems.js';
import { isMoreIdentifying } from '../../vocabulary/index.js';
import { unansweredQuestions } from '../requirements.js';
import type { Catalogue } from '../../catalogue/index.js';
import type { Dossier } from '../dossier.js';
import type { Proposal } from '../proposal.js';
import type { CommandRule } from '../situation.js';

const emptySections = (dossier: Dossier): Blocker[] =>
  (['purposes', 'dataItems', 'recipients'] as const)
    .filter(section => dossier[section].length === 0)
    .map(section => ({ code: 'section-empty', subject: section }));

function identifiability({ facts, dataItems }: Dossier): Blocker[] {
  const stated = facts['identifiability'];
  const subject = 'facts.identifiability';
  if (typeof stated !== 'string') return [{ code: 'identifiability-missing', subject }];
  return dataItems.some(item => isMoreIdentifying(item.identifiability, stated))
    ? [{ code: 'identifiability-understated', subject }]
    : [];
}

/** Everything that submission waits for, in one list. */
export const submissionBlockers = (catalogue: Catalogue, proposal: Proposal): Blocker[] => [
  ...identifiability(proposal.dossier),
  ...emptySections(proposal.dossier),
  ...erasedBlockers(proposal),
  ...unansweredQuestions(catalogue, proposal),
];

export const submitProposal: CommandRule<'SubmitProposal'> = {
  events: () => ['SubmitProposal'],
  decide: ({ message }, { catalogue, proposal }) => {
    const blockers = submissionBlockers(catalogue, proposal);
    if (blockers.length > 0) return blocked('incomplete', ...blockers);
    const { revision } = proposal;
    return [{ type: 'ProposalSubmitted', revision, catalogue: catalogue.pin, ...(message ? { message } : {}) }];
  },
};
