// Entries day by day: when, what in a sentence, of which proposal, how firmly each is held, and its hash. Many acts of one kind in a row
// are one line that opens.
import { Link } from '@tanstack/react-router';
import { dayText, timeText } from '../ui/dates.js';
import { Disclosure } from '../ui/disclosure.js';
import { Plain } from '../ui/plain.js';
import { Section } from '../ui/section.js';
import type { ListedEntry } from './entry.query.js';
import { foldAlike, type Alike } from './fold-alike.js';
import { groupDays } from './group-days.js';
import { HashMark } from './hash-mark.js';
import { HeldMark } from './held-mark.js';
import classes from './history.module.css';
import { historyWords } from './history.words.js';
import { useNaming } from './naming.js';
import { Said, SaidOf } from './said.js';
import type { Named } from './sentence-of.js';

interface EntriesProps {
  entries: readonly ListedEntry[];
  /** Each says which proposal it is of. */
  areOfMany?: boolean;
}

export function EntryList({ entries, areOfMany = false }: EntriesProps) {
  const shown: Shown = { named: useNaming(entries), isOfMany: areOfMany };
  return groupDays(entries).map(({ day, entries: ofDay }) => (
    <Section key={day} title={dayText(new Date(ofDay[0]!.at))}>
      <ol className={classes.entries} role="list">
        {foldAlike(ofDay).map(alike =>
          alike.did === undefined ? (
            <EntryRow key={alike.entries[0]!.id} entry={alike.entries[0]!} {...shown} />
          ) : (
            <Folded key={alike.entries[0]!.id} {...{ alike, shown }} />
          ),
        )}
      </ol>
    </Section>
  ));
}

interface Shown {
  named: Named;
  isOfMany: boolean;
}

const EntryRow = ({ entry, named, isOfMany }: Shown & { entry: ListedEntry }) => (
  <li>
    <time dateTime={entry.at}>{timeText(new Date(entry.at))}</time>
    <span>
      <Link to="/history/$entryId" params={{ entryId: entry.id }}>
        <Said {...{ entry, named }} />
      </Link>
    </span>
    <span className={classes.marks}>
      <span>{isOfMany && entry.reference !== null && <OfProposal reference={entry.reference} />}</span>
      <HeldMark as={entry.acknowledgement} isShort />
      <HashMark hash={entry.hash} />
    </span>
  </li>
);

function Folded({ alike: { entries, did = '' }, shown }: { alike: Alike<ListedEntry>; shown: Shown }) {
  const first = entries[0]!;
  return (
    <li className={classes.folded}>
      <time dateTime={first.at}>{timeText(new Date(first.at))}</time>
      <Disclosure
        title={
          <span>
            <SaidOf entry={first}>
              <Plain text={did} />
            </SaidOf>{' '}
            <small>{historyWords.folded(entries.length)}</small>
          </span>
        }
      >
        <ol className={classes.entries} role="list">
          {entries.map(entry => (
            <EntryRow key={entry.id} entry={entry} {...shown} />
          ))}
        </ol>
      </Disclosure>
    </li>
  );
}

const OfProposal = ({ reference }: { reference: string }) => (
  <Link to="/proposals/$reference/history" params={{ reference }}>
    {reference}
  </Link>
);
