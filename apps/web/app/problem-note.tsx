// Why a command did nothing, beside the control that sent it: the sentence, and everything that stands in the way, each linked to
// the place where it is mended.
import { Link } from '@tanstack/react-router';
import { Note } from '../ui/note.js';
import { Plain } from '../ui/plain.js';
import { subjectName } from '../words/places.js';
import classes from './problem-note.module.css';
import type { Blocker, Problem } from './problem.js';
import { placeOf } from './proposal-places.js';
import { freshSignInAddress } from './sign-in.js';
import { appWords } from './words.js';

const headings: Partial<Record<Problem['kind'], string>> = {
  INVALID: appWords.invalid,
  DENIED: appWords.denied,
  BLOCKED: appWords.blocked,
  CONFLICT: appWords.conflict,
  NOT_FOUND: appWords.notFound,
};

interface Refusal {
  /** Nothing is shown as long as there is none. */
  problem: Problem | undefined;
  /** The proposal that it is about, so that blockers can lead there. */
  reference?: string;
}

export function ProblemNote({ problem, reference }: Refusal) {
  return (
    // Here before anything is in it, so that a screen reader hears what comes.
    <div role="alert" className={classes.place}>
      {problem && (
        <Note tone="blocked" title={headings[problem.kind]}>
          {problem.blockers.every(({ message }) => message !== problem.message) && (
            <p>
              <Plain text={problem.message} />
            </p>
          )}
          <Blockers blockers={problem.blockers} reference={reference} />
          {problem.kind === 'SHOW_AGAIN' && <a href={freshSignInAddress()}>{appWords.signInAgain}</a>}
        </Note>
      )}
    </div>
  );
}

/** What stands in the way, as a list. Also for `availableCommands`, before anybody has tried. */
export function Blockers({ blockers, reference }: { blockers: readonly Blocker[]; reference?: string }) {
  if (blockers.length === 0) return null;
  return (
    <ul>
      {blockers.map(({ code, message, subject }) => (
        <li key={`${code} ${subject}`}>
          <Plain text={message} /> <Mend subject={subject} reference={reference} />
        </li>
      ))}
    </ul>
  );
}

function Mend({ subject, reference }: { subject: string | null; reference?: string }) {
  const place = reference === undefined ? undefined : placeOf(reference, subject);
  if (!place || subject === null) return null;
  return (
    <Link {...place} aria-label={`${appWords.show}: ${subjectName(subject)}`}>
      {appWords.show}
    </Link>
  );
}
