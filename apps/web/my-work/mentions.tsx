// Comments that name whoever is here, the newest first, each with the way to its thread.
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useSession } from '../app/session.js';
import { Button } from '../ui/button.js';
import { DateText } from '../ui/date-text.js';
import { PersonRef } from '../ui/person-ref.js';
import { Plain } from '../ui/plain.js';
import { Section } from '../ui/section.js';
import classes from './mentions.module.css';
import type { Mention } from './my-work.query.js';
import { keepSeen, readSeen } from './seen-mentions.js';
import { briefly } from './briefly.js';
import { workWords } from './words.js';

export function Mentions({ mentions }: { mentions: readonly Mention[] }) {
  const me = useSession().person.id;
  const [seen, setSeen] = useState(() => readSeen(me));
  const fresh = mentions.filter(({ comment }) => !seen.includes(comment.id));
  const putAway = (id: string) => {
    const now = [...readSeen(me), id];
    keepSeen(me, now);
    setSeen(now);
  };
  if (fresh.length === 0) return null;
  return (
    <Section title={workWords.mentioned(fresh.length)} id="mentions">
      <ul role="list" className={classes.list}>
        {fresh.map(mention => (
          <Row key={mention.comment.id} mention={mention} onSeen={() => putAway(mention.comment.id)} />
        ))}
      </ul>
    </Section>
  );
}

function Row({ mention: { comment, proposal }, onSeen }: { mention: Mention; onSeen: () => void }) {
  const { reference, title } = proposal;
  return (
    <li className={classes.row}>
      <p className={classes.who}>
        <PersonRef person={comment.by} />
        <small>
          <DateText at={comment.at} isRelative />
        </small>
      </p>
      <div className={classes.said}>
        <ToThread {...{ reference, id: comment.id }}>
          {reference} <Plain text={title} />
        </ToThread>
        <q className={classes.words}>
          <Plain text={briefly(comment.body)} />
        </q>
      </div>
      <Button kind="quiet" label={workWords.seenOf(reference)} onPress={onSeen}>
        {workWords.seen}
      </Button>
    </li>
  );
}

/** Partners have one page for all that is theirs. */
function ToThread({ reference, id, children }: { reference: string; id: string; children: ReactNode }) {
  const { has } = useSession();
  const hash = `said-${id}`;
  return has('partner') ? (
    <Link to="/say/$reference" params={{ reference }} hash={hash}>
      {children}
    </Link>
  ) : (
    <Link to="/proposals/$reference/review" params={{ reference }} search={{ view: 'said' }} hash={hash}>
      {children}
    </Link>
  );
}
