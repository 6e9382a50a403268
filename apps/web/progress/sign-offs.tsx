// The sign-offs at a glance: which are current, which are stale and since when, and who could give those that are missing.
import { Link } from '@tanstack/react-router';
import { useProposal } from '../app/proposal-frame.js';
import { HeldLine } from '../holding/held-line.js';
import type { Holding } from '../holding/holding.query.js';
import { currentOf } from '../review/sign-off-box.js';
import { PersonRef } from '../ui/person-ref.js';
import { Plain } from '../ui/plain.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { sectionNames } from '../words/places.js';
import { theRole } from '../words/roles.js';
import { findings, signOffStates } from '../words/states.js';
import type { Seen } from './progress.query.js';
import { progressWords } from './progress.words.js';
import classes from './rows.module.css';

export function SignOffs({ signOffs, holdings }: Pick<Seen, 'signOffs' | 'holdings'>) {
  const { reference } = useProposal();
  if (signOffs.length === 0) return null;
  return (
    <Section
      title={progressWords.signOffs(currentOf(signOffs), signOffs.length)}
      actions={
        <Link to="/proposals/$reference/review" params={{ reference }}>
          {progressWords.toReview}
        </Link>
      }
    >
      <ul role="list" className={classes.rows}>
        {signOffs.map(signOff => (
          <SignOffRow
            key={signOff.key}
            signOff={signOff}
            holding={holdings.find(({ work }) => work === `signOff:${signOff.key}`)}
          />
        ))}
      </ul>
    </Section>
  );
}

interface Row {
  signOff: Seen['signOffs'][number];
  /** Who has taken it, while it is to be given. */
  holding: Holding | undefined;
}

function SignOffRow({ signOff, holding }: Row) {
  const { reference } = useProposal();
  const { key, title, status, finding, by, onRevision, staleBecause } = signOff;
  // Of one that stands, what was found says more than that it stands.
  const isGiven = status === 'GIVEN' && finding !== null;
  const detail = status === 'STALE' ? progressWords.staleSince(onRevision ?? 1, sectionNames(staleBecause)) : undefined;
  return (
    <li className={classes.row}>
      <Link to="/proposals/$reference/review" params={{ reference }} hash={`sign-off-${key}`} className={classes.name}>
        <Plain text={title} />
      </Link>
      <StatusMark state={status === 'GIVEN' && finding ? findings[finding] : signOffStates[status]} detail={detail} />
      {holding && (
        <div className={classes.more}>
          <HeldLine holding={holding} />
        </div>
      )}
      <p className={classes.more}>
        {by ? (
          <>
            {finding && !isGiven && `${findings[finding].word}, `}
            <PersonRef person={by} />
            {onRevision !== null && `, ${progressWords.onRevision(onRevision)}`}
          </>
        ) : (
          !holding && waiting(signOff)
        )}
      </p>
    </li>
  );
}

function waiting({ whoMay, requiredRoles }: Seen['signOffs'][number]): string {
  if (whoMay.length > 0) return progressWords.mayGive(whoMay.map(({ displayName }) => displayName));
  return requiredRoles.length > 0 ? progressWords.mayGive(requiredRoles.map(theRole)) : progressWords.nobodyMay;
}
