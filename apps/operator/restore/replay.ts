// What was erased since a backup was made is erased again in what was restored from it, before anybody is served.
import path from 'node:path';
import { erasureFile, erasureList, pendingMigrations, replayAsOwner, replaySentences } from '#store';
import { withStore, type Installation } from '../installation.js';

/** By the list in ASSENT_HOME and the one beside the backup, and by what the restored ledger says. A sentence for each finding. */
export async function replayAfterRestore(url: string, { home }: Installation, backup: string): Promise<string[]> {
  const kept = erasureList(home);
  const beside = erasureList(path.dirname(backup));
  const found = await beside.read();
  // From here on the product finds it where it looks at every start.
  if (found) await kept.add(found.erasures);
  const list = await kept.read();
  const isListed = list !== undefined;
  const unlisted = `No ${erasureFile} was found in ${home} or beside the backup: what was erased after it was made is back. If there is such a list elsewhere, put it into ${home} before anybody is served.`;
  if (await isOlderRelease(url))
    return ['Erasures are replayed by the next step, when the database is migrated.', ...(isListed ? [] : [unlisted])];
  return [...replaySentences(await replayAsOwner(url, kept)), ...(isListed ? [] : [unlisted])];
}

export const isOlderRelease = (url: string): Promise<boolean> =>
  withStore(url, async dataSource => (await pendingMigrations(dataSource)).length > 0);
