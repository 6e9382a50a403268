// The circumstances of an entry, and where it stands in the ledger.
import { Link } from '@tanstack/react-router';
import { DataList, type Datum } from '../ui/data-list.js';
import { DateText } from '../ui/date-text.js';
import { PersonRef } from '../ui/person-ref.js';
import { Section } from '../ui/section.js';
import { roleWords, type Role } from '../words/roles.js';
import type { WholeEntry } from './entry.query.js';
import { HeldMark } from './held-mark.js';
import classes from './history.module.css';
import { entryWords as words } from './history.words.js';

export function EntryFacts({ entry }: { entry: WholeEntry }) {
  const { actor, role, at, reference, revision, acknowledgement } = entry;
  const data: (Datum | false)[] = [
    [words.who, <PersonRef person={actor} />],
    [words.role, roleWords[role as Role] ?? role],
    [words.when, <DateText at={at} withTime isRelative />],
    reference !== null && [words.proposal, <ProposalLink reference={reference} />],
    revision !== null && [words.revision, revision],
    [words.firmness, <HeldMark as={acknowledgement} />],
  ];
  return <DataList data={data.filter(datum => datum !== false)} />;
}

const ProposalLink = ({ reference }: { reference: string }) => (
  <>
    <Link to="/proposals/$reference" params={{ reference }}>
      {reference}
    </Link>
    {' · '}
    <Link to="/proposals/$reference/history" params={{ reference }}>
      {words.all}
    </Link>
  </>
);

export function EntryPlace({ entry }: { entry: WholeEntry }) {
  const { index, sequence, stream, hash, previousHash, commandId, id } = entry;
  const address = `${location.origin}/history/${id}`;
  return (
    <Section title={words.place}>
      <div className={classes.place}>
        <DataList
          data={[
            [words.index, index ?? words.noIndex],
            [words.sequence, words.sequenceOf(sequence, stream)],
            [words.hash, <code>{hash}</code>],
            [words.previous, previousHash === null ? words.first : <code>{previousHash}</code>],
            [words.command, <code>{commandId}</code>],
            [words.link, <a href={address}>{address}</a>],
          ]}
        />
      </div>
    </Section>
  );
}
