// The last entries of the history, with the way to all of them.
import { Link } from '@tanstack/react-router';
import { useProposal } from '../app/proposal-frame.js';
import { sentenceOf } from '../history/sentence-of.js';
import { DateText } from '../ui/date-text.js';
import { Plain } from '../ui/plain.js';
import { Section } from '../ui/section.js';
import { theRole } from '../words/roles.js';
import type { SeenEntry } from './progress.query.js';
import { progressWords } from './progress.words.js';
import classes from './rows.module.css';

export function LatestEntries({ entries }: { entries: readonly SeenEntry[] }) {
  const { reference } = useProposal();
  return (
    <Section
      title={progressWords.latest}
      actions={
        <Link to="/proposals/$reference/history" params={{ reference }}>
          {progressWords.wholeHistory}
        </Link>
      }
    >
      {entries.length === 0 ? (
        <p>{progressWords.noEntries}</p>
      ) : (
        <ol role="list" className={classes.timeline} reversed>
          {entries.map(entry => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Entry({ entry }: { entry: SeenEntry }) {
  const { did, what } = sentenceOf(entry);
  const { id, at, actor, role } = entry;
  return (
    <li>
      <Link to="/history/$entryId" params={{ entryId: id }} className={classes.when}>
        <DateText at={at} withTime />
      </Link>
      <p>
        <Plain text={actor.displayName} />, {theRole(role).replace(/^the /, '')}, {did}
        {what && (
          <>
            : <Plain text={what} />
          </>
        )}
        .
      </p>
    </li>
  );
}
