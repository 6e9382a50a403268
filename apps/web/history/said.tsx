// An entry in a sentence: “Ines Harding, privacy officer, gave the sign-off …”.
import { Plain } from '../ui/plain.js';
import { roleWords, type Role } from '../words/roles.js';
import { historyWords } from './history.words.js';
import type { ListedEntry } from './entry.query.js';
import { sentenceOf, type Named } from './sentence-of.js';

/** Parts of Assent act in no role of a person. */
const roleOf = (role: string): string | undefined => roleWords[role as Role]?.toLowerCase();

export function Said({ entry, named }: { entry: ListedEntry; named: Named }) {
  const { did, what } = sentenceOf(entry, named);
  const role = roleOf(entry.role);
  return (
    <>
      <Plain text={entry.actor.displayName} />
      {role ? historyWords.inRole(role) : ' '}
      <Plain text={did} />
      {what && (
        <>
          {' “'}
          <Plain text={what} />
          {'”'}
        </>
      )}
    </>
  );
}
