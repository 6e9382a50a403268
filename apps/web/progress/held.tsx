// What stands in the way of the next step, in words, each with the way to where it is mended.
import { Link } from '@tanstack/react-router';
import { placeOf } from '../app/proposal-places.js';
import { useProposal } from '../app/proposal-frame.js';
import { appWords } from '../app/words.js';
import { Plain } from '../ui/plain.js';
import { Section } from '../ui/section.js';
import { Shape } from '../ui/status-mark.js';
import { approvalHolds } from './approval-holds.js';
import { excerpt } from './excerpt.js';
import classes from './held.module.css';
import type { Held as HeldStep, Hold } from './holds.js';
import type { Seen } from './progress.query.js';
import { progressWords } from './progress.words.js';

interface Holding {
  seen: Seen;
  steps: readonly HeldStep[];
  isPartial: boolean;
}

/** Nothing is said where there is no next step, and nothing claimed to whom it is not told. */
export function Held({ seen, steps, isPartial }: Holding) {
  const hasNext = seen.progress.nodes.some(({ status }) => status === 'NEXT');
  if (!hasNext) return null;
  const later = approvalHolds(seen);
  const nothing = isPartial ? progressWords.nothingTold : progressWords.nothingHeld;
  return (
    <Section title={progressWords.held}>
      {steps.length === 0 && <p>{nothing}</p>}
      {steps.map(({ before, holds }) => (
        <div key={before} className={classes.step}>
          <p>{progressWords.before(before)}</p>
          <ul role="list" className={classes.holds}>
            {holds.map(hold => (
              <HoldRow key={`${hold.code} ${hold.subject}`} hold={hold} seen={seen} />
            ))}
          </ul>
        </div>
      ))}
      {later && <p>{later}</p>}
    </Section>
  );
}

function HoldRow({ hold: { code, message, subject }, seen }: { hold: Hold; seen: Seen }) {
  const { reference } = useProposal();
  const place = placeOf(reference, subject);
  const concern = seen.concerns.find(({ id }) => `concern:${id}` === subject);
  return (
    <li className={classes.hold}>
      <Shape tone={code === 'sign-off-stale' ? 'stale' : 'blocked'} />
      <span>
        <Plain text={message} />{' '}
        {concern && (
          <>
            <Plain text={concern.organisation.name} />:{' '}
            <q className={classes.words}>
              <Plain text={excerpt(concern.statement)} />
            </q>{' '}
          </>
        )}
        {place && (
          <Link {...place} aria-label={`${appWords.show}: ${concern ? excerpt(concern.statement) : subject}`}>
            {appWords.show}
          </Link>
        )}
      </span>
    </li>
  );
}
