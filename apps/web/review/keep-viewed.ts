// The ticks of one person on one proposal, in this browser.
import { keptInBrowser } from '../app/kept.js';
import type { Viewed } from './viewed.js';

const placeFor = (personId: string, proposalId: string): string => `assent.viewed.${personId}.${proposalId}`;

export function readViewed(personId: string, proposalId: string): Viewed {
  try {
    return JSON.parse(keptInBrowser.getItem(placeFor(personId, proposalId)) ?? '{}') as Viewed;
  } catch {
    // Somebody else wrote there: begin anew.
    return {};
  }
}

export const keepViewed = (personId: string, proposalId: string, viewed: Viewed): void =>
  keptInBrowser.setItem(placeFor(personId, proposalId), JSON.stringify(viewed));
