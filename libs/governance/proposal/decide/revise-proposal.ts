// reviseProposal: the author saves a change of the dossier; incomplete content is welcome. `docs/rules.md` 3 and 10.
import { tierFor } from '../../catalogue/index.js';
import { erasedWords } from '../../erasure/erased-words.js';
import { blockedBy } from '../../problems.js';
import { changesBetween, deltaOf } from '../changes.js';
import type { ProposalEvent } from '../events.js';
import { mergeDossier } from '../merge.js';
import { reconsider, tierEvents } from '../reconsider.js';
import type { CommandRule } from '../situation.js';
import { catalogueFaults, referenceFaults } from './dossier-faults.js';

export const reviseProposal: CommandRule<'ReviseProposal'> = {
  malformed: ({ dossier }, { catalogue, proposal }) => catalogueFaults(catalogue, dossier, proposal.dossier),
  faults: ({ dossier }, { proposal }) => referenceFaults(dossier, mergeDossier(dossier, proposal.dossier)),
  events: () => ['ReviseProposal'],
  decide: ({ title, dossier: input }, { proposal, catalogue }) => {
    const dossier = mergeDossier(input, proposal.dossier);
    const tier = tierFor(catalogue, dossier.facts, proposal);
    if (tier === 'U') return blockedBy('use-urgent-lane', 'facts.urgentSafety');
    const changes = changesBetween(proposal.dossier, dossier);
    const isRetitled = typeof title === 'string' && title !== (proposal.title.text ?? erasedWords);
    const changedPaths = [...(isRetitled ? ['title'] : []), ...changes.map(({ path }) => path)];
    const revised: ProposalEvent = {
      type: 'ProposalRevised',
      revision: proposal.revision + (changedPaths.length > 0 ? 1 : 0),
      changedPaths,
      ...(isRetitled ? { title: { text: title } } : {}),
      dossier: deltaOf(changes, proposal.dossier, dossier),
    };
    return [
      revised,
      ...tierEvents(proposal.tier, tier),
      ...reconsider(catalogue, proposal, { changes, facts: dossier.facts, tier }),
    ];
  },
};
