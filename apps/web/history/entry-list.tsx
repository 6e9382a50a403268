// Entries day by day: when, what in a sentence, of which proposal, and how firmly each is held.
import { Link } from '@tanstack/react-router';
import { dayText, timeText } from '../ui/dates.js';
import { Section } from '../ui/section.js';
import type { ListedEntry } from './entry.query.js';
import { groupDays } from './group-days.js';
import { HeldMark } from './held-mark.js';
import classes from './history.module.css';
import { useNaming } from './naming.js';
import { Said } from './said.js';
import type { Named } from './sentence-of.js';

interface EntriesProps {
  entries: readonly ListedEntry[];
  /** Each says which proposal it is of. */
  areOfMany?: boolean;
}

export function EntryList({ entries, areOfMany = false }: EntriesProps) {
  const named = useNaming(entries);
  return groupDays(entries).map(({ day, entries: ofDay }) => (
    <Section key={day} title={dayText(new Date(ofDay[0]!.at))}>
      <ol className={classes.entries} role="list">
        {ofDay.map(entry => (
          <EntryRow key={entry.id} {...{ entry, named }} isOfMany={areOfMany} />
        ))}
      </ol>
    </Section>
  ));
}

interface Row {
  entry: ListedEntry;
  named: Named;
  isOfMany: boolean;
}

const EntryRow = ({ entry, named, isOfMany }: Row) => (
  <li>
    <time dateTime={entry.at}>{timeText(new Date(entry.at))}</time>
    <span>
      <Link to="/history/$entryId" params={{ entryId: entry.id }}>
        <Said {...{ entry, named }} />
      </Link>
    </span>
    <span>{isOfMany && entry.reference !== null && <OfProposal reference={entry.reference} />}</span>
    <span>
      <HeldMark as={entry.acknowledgement} isShort />
    </span>
  </li>
);

const OfProposal = ({ reference }: { reference: string }) => (
  <Link to="/proposals/$reference/history" params={{ reference }}>
    {reference}
  </Link>
);
