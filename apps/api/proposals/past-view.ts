// A proposal as it once stood: nothing can be done with it, and what was erased since has a sentence in its place.
import type { ProposalSeen, Until } from '#store';
import { withErasedWords } from './erased-words.js';
import { proposalView } from './proposal-view.js';

export function pastView({ number, proposal, reading }: ProposalSeen, until: Until) {
  const shown = { ...reading, proposal: withErasedWords(reading.proposal) };
  return proposalView({ number, proposal, reading: shown, until });
}
