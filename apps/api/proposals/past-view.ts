// A proposal as it once stood: nothing can be done with it.
import type { ProposalSeen, Until } from '#store';
import { proposalView } from './proposal-view.js';

export const pastView = (seen: ProposalSeen, until: Until) => proposalView({ ...seen, until });
