// An entry in a sentence: “Ines Harding, privacy officer, gave the sign-off …”.
import type { ReactNode } from 'react';
import { Plain } from '../ui/plain.js';
import { roleWords, type Role } from '../words/roles.js';
import { historyWords } from './history.words.js';
import type { ListedEntry } from './entry.query.js';
import { sentenceOf, type Named } from './sentence-of.js';

/** Parts of Assent act in no role of a person. */
const roleOf = (role: string): string | undefined => roleWords[role as Role]?.toLowerCase();

export function Said({ entry, named }: { entry: ListedEntry; named: Named }) {
  const { did, what } = sentenceOf(entry, named);
  return (
    <SaidOf entry={entry}>
      <Plain text={did} />
      {what && (
        <>
          {' “'}
          <Plain text={what} />
          {'”'}
        </>
      )}
    </SaidOf>
  );
}

/** Who and in which role, before what they did. */
export function SaidOf({ entry: { actor, role: given }, children }: { entry: ListedEntry; children: ReactNode }) {
  const role = roleOf(given);
  return (
    <>
      <Plain text={actor.displayName} />
      {role ? historyWords.inRole(role) : ' '}
      {children}
    </>
  );
}
