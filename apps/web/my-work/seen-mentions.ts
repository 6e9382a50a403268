// Which mentions somebody has put away as seen, in this browser: a help for oneself, and nothing that anybody else relies on.
import { keptInBrowser } from '../app/kept.js';

const placeFor = (personId: string): string => `assent.seen-mentions.${personId}`;

/** More than are ever shown, so that what was put away stays away. */
const most = 200;

export function readSeen(personId: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(keptInBrowser.getItem(placeFor(personId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(each => typeof each === 'string') : [];
  } catch {
    // Somebody else wrote there: begin anew.
    return [];
  }
}

export const keepSeen = (personId: string, commentIds: readonly string[]): void =>
  keptInBrowser.setItem(placeFor(personId), JSON.stringify(commentIds.slice(-most)));
