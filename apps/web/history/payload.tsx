// What an entry says, to read: fields within fields as lists, people’s words as quotes.
import { Link } from '@tanstack/react-router';
import { DataList } from '../ui/data-list.js';
import { DateText } from '../ui/date-text.js';
import { Plain } from '../ui/plain.js';
import { Quote } from '../ui/quote.js';
import type { Branch, Shown } from './payload-tree.js';
import classes from './payload.module.css';
import { payloadWords } from './payload.words.js';

export const Payload = ({ branches }: { branches: readonly Branch[] }) => (
  <DataList data={branches.map(branch => [branch.name, <Value key={branch.key} shown={branch} />])} />
);

function Value({ shown }: { shown: Shown }) {
  switch (shown.is) {
    case 'fact':
      return <Plain text={shown.text} />;
    case 'code':
      return <code className={classes.code}>{shown.text}</code>;
    case 'moment':
      return <DateText at={shown.at} withTime />;
    case 'words':
      return <Quote words={shown.text} />;
    case 'erased':
      return <Erased by={shown.by} />;
    case 'group':
      return <Payload branches={shown.branches} />;
    case 'groups':
      return <Elements groups={shown.groups} />;
  }
}

const Elements = ({ groups }: { groups: readonly Branch[][] }) => (
  <ol className={classes.elements}>
    {groups.map((branches, at) => (
      <li key={at}>
        <Payload branches={branches} />
      </li>
    ))}
  </ol>
);

const Erased = ({ by }: { by: string | null }) => (
  <span className={classes.erased}>
    {payloadWords.erased}{' '}
    {by && (
      <Link to="/history/$entryId" params={{ entryId: by }}>
        {payloadWords.erasedBy}
      </Link>
    )}
  </span>
);
