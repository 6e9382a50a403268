// The concerns at a glance: those that hold the decision first, each in its raiser’s own words.
import { Link } from '@tanstack/react-router';
import { useProposal } from '../app/proposal-frame.js';
import { HeldLine } from '../holding/held-line.js';
import type { Holding } from '../holding/holding.query.js';
import { Plain } from '../ui/plain.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { concernStates, severities } from '../words/states.js';
import { excerpt } from './excerpt.js';
import type { Seen } from './progress.query.js';
import { progressWords } from './progress.words.js';
import classes from './rows.module.css';
import { byWeight, holdsDecision, type Weighed } from './weigh-concerns.js';

const MOST = 5;

export function Concerns({ concerns, decision, holdings }: Pick<Seen, 'concerns' | 'decision' | 'holdings'>) {
  const { reference } = useProposal();
  const all = byWeight(concerns);
  const shown = all.slice(0, MOST);
  return (
    <Section
      title={titleOf(all, decision)}
      actions={
        <Link to="/proposals/$reference/concerns/{-$id}" params={{ reference }}>
          {progressWords.allConcerns}
        </Link>
      }
    >
      {shown.length === 0 ? (
        <p>{progressWords.noConcerns}</p>
      ) : (
        <ul role="list" className={classes.rows}>
          {shown.map(concern => (
            <ConcernRow
              key={concern.id}
              concern={concern}
              holding={holdings.find(({ work }) => work === `concern:${concern.id}`)}
            />
          ))}
        </ul>
      )}
      {all.length > shown.length && <p>{progressWords.moreConcerns(all.length - shown.length)}</p>}
    </Section>
  );
}

/** After a decision nothing is in its way; one that was returned is on its way again. */
function titleOf(all: readonly Weighed[], decision: Seen['decision']): string {
  const isDecided = decision !== null && decision.outcome !== 'RETURNED';
  if (isDecided) return progressWords.concernsRaised(all.length);
  return progressWords.concerns(all.filter(holdsDecision).length, all.length);
}

type Shown = Weighed & Seen['concerns'][number];

function ConcernRow({ concern, holding }: { concern: Shown; holding: Holding | undefined }) {
  const { reference } = useProposal();
  const { id, status, severity, statement, organisation, audience } = concern;
  return (
    <li className={classes.row}>
      <Link to="/proposals/$reference/concerns/{-$id}" params={{ reference, id }} className={classes.said}>
        <Plain text={excerpt(statement)} />
      </Link>
      <StatusMark state={concernStates[status]} />
      <p className={classes.more}>
        {severities[severity]}, <Plain text={organisation.name} />
        {audience === 'REVIEWERS' && `, ${progressWords.forReviewers}`}
      </p>
      {holding && (
        <div className={classes.more}>
          <HeldLine holding={holding} />
        </div>
      )}
    </li>
  );
}
