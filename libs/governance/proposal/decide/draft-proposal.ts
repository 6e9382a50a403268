// draftProposal: an analyst begins a proposal for their own organisation, perhaps from a copy. `docs/rules.md` 1.
import { tierFor } from '../../catalogue/index.js';
import { blockedBy } from '../../problems.js';
import { definitionForTier, pinOf } from '../../workflows/index.js';
import type { CommandOf } from '../commands.js';
import type { Dossier } from '../dossier.js';
import { copiedDossier, mergeDossier } from '../merge.js';
import type { Circumstanced, StartRule } from '../situation.js';
import { catalogueFaults, referenceFaults } from './dossier-faults.js';

const startingPoint = ({ facts: { copyOf } }: Circumstanced): Dossier | undefined =>
  copyOf && copiedDossier(copyOf.dossier);

export const draftProposal: StartRule<'DraftProposal'> = {
  faults: ({ dossier }: CommandOf<'DraftProposal'>, situation) => {
    const before = startingPoint(situation);
    const unknown = catalogueFaults(situation.catalogue, dossier, before);
    return [...unknown, ...referenceFaults(dossier, mergeDossier(dossier, before))];
  },
  decide: ({ title, dossier: input, copyOf }, situation) => {
    const { catalogue, actor } = situation;
    const dossier = mergeDossier(input, startingPoint(situation));
    const tier = tierFor(catalogue, dossier.facts);
    if (tier === 'U') return blockedBy('use-urgent-lane', 'facts.urgentSafety');
    return [
      {
        type: 'ProposalDrafted',
        title: { text: title },
        tier,
        workflow: pinOf(definitionForTier(tier)),
        catalogue: catalogue.pin,
        leadOrganisationId: actor.organisationId,
        dossier,
        ...(copyOf ? { copyOf } : {}),
      },
    ];
  },
};
