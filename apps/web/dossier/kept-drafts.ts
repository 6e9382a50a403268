// Drafts in this browser, one for each person, proposal and window. Two windows of one person do not overwrite each other: a window
// holds the lock of its draft, and a draft that nobody holds is taken up by the next who opens the proposal.
import { del, get, keys, set } from 'idb-keyval';
import type { Draft } from './draft.js';

export interface KeptDraft {
  draft: Draft | undefined;
  keep: (draft: Draft | undefined) => Promise<void>;
  release: () => void;
}

/** A page that was just left still holds its lock for a moment. */
const PATIENCE_MS = 400;

export async function takeUp(personId: string, proposalId: string): Promise<KeptDraft> {
  const mine = prefixOf(personId, proposalId);
  for (const key of await keptUnder(mine)) {
    const release = await hold(key);
    if (release) return { draft: await get<Draft>(key), keep: keeping(key), release };
  }
  const key = mine + crypto.randomUUID();
  return { draft: undefined, keep: keeping(key), release: (await hold(key)) ?? (() => {}) };
}

const prefixOf = (personId: string, proposalId: string): string => `draft/${personId}/${proposalId}/`;

const keptUnder = async (prefix: string): Promise<string[]> =>
  (await keys<string>()).filter(key => key.startsWith(prefix));

/** Is there anything of this person’s in this browser that is not saved? */
export const isSomethingKept = async (personId: string, proposalId: string): Promise<boolean> =>
  (await keptUnder(prefixOf(personId, proposalId))).length > 0;

const keeping = (key: string) => (draft: Draft | undefined) => (draft ? set(key, draft) : del(key));

/** Undefined: another window has it. */
function hold(key: string): Promise<(() => void) | undefined> {
  return new Promise(resolve => {
    const held = navigator.locks.request(
      key,
      { signal: AbortSignal.timeout(PATIENCE_MS) },
      () => new Promise<void>(release => resolve(() => release())),
    );
    held.catch(() => resolve(undefined));
  });
}
