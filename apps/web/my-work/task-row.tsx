// Rows of one’s work. A task: by when, what there is to do as the one link, of which proposal, and why.
import { Link } from '@tanstack/react-router';
import { useSession } from '../app/session.js';
import { HoldingOf } from '../holding/holding-of.js';
import { holdingWords } from '../holding/holding.words.js';
import { DateText } from '../ui/date-text.js';
import { Plain } from '../ui/plain.js';
import { StatusMark } from '../ui/status-mark.js';
import { tiers, type State } from '../words/states.js';
import classes from './task-row.module.css';
import { dueState } from './task-due.js';
import { keyOf, placeOfTask } from './task-place.js';
import type { Task } from './my-work.query.js';
import type { Held } from './waiting.js';
import { returnedIn } from './returned.js';
import { deedOf, workWords } from './words.js';

export function TaskRow({ task }: { task: Task }) {
  const { has } = useSession();
  return (
    <li className={classes.row}>
      <Due state={dueState(task)} dueOn={task.dueOn} />
      <div className={classes.task}>
        <Link {...placeOfTask(task, has('partner'))} className={classes.link}>
          <strong>{deedOf(task, keyOf(task))}</strong>
          <Title {...task.proposal} />
        </Link>
        <Why task={task} />
        <ReturnedBy {...task.proposal} />
        <Holding task={task} />
      </div>
      <Facts {...task.proposal} />
    </li>
  );
}

const Holding = ({ task }: { task: Task }) => {
  const { id, reference, title } = task.proposal;
  const what = `${deedOf(task, keyOf(task))}, ${reference} ${title}`;
  return <HoldingOf {...{ task, what, reference }} proposalId={id} />;
};

/** A proposal that waits on others: for what and for whom, with the one link to where it is. */
export function WaitingRow({ held: { tasks, dueOn } }: { held: Held<Task> }) {
  const { has } = useSession();
  const [first] = tasks;
  if (!first) return null;
  return (
    <li className={classes.row}>
      <Due state={isTaken(first) ? { tone: 'plain', word: holdingWords.taken } : dueState(first)} dueOn={dueOn} />
      <div className={classes.task}>
        <Link {...placeOfTask(first, has('partner'))} className={classes.link}>
          <strong>
            <Title {...first.proposal} />
          </strong>
        </Link>
        <ul className={classes.reasons}>
          {tasks.map(task => (
            <li key={task.id}>
              {isTaken(task) ? <WayToAct task={task} /> : <Why task={task} />}
              <Holding task={task} />
            </li>
          ))}
        </ul>
      </div>
      <Facts {...first.proposal} />
    </li>
  );
}

/** Nothing but that somebody else has taken it keeps it from being done. */
const isTaken = ({ isAssignable, holder, waitsFor, group }: Task): boolean =>
  isAssignable && holder !== null && waitsFor.length === 0 && group === 'WAITING_ON_OTHERS';

function WayToAct({ task }: { task: Task }) {
  const { has } = useSession();
  return (
    <p>
      <Link {...placeOfTask({ ...task, group: 'LATER' }, has('partner'))}>{deedOf(task, keyOf(task))}</Link>
    </p>
  );
}

const Due = ({ state, dueOn }: { state: State; dueOn: string | null }) => (
  <p className={classes.due}>
    <StatusMark state={state} />
    {dueOn && (
      <small>
        <DateText at={dueOn} />
      </small>
    )}
  </p>
);

type Proposal = Task['proposal'];

const Title = ({ reference, title }: Proposal) => (
  <span className={classes.title}>
    {reference} <Plain text={title} />
  </span>
);

const Facts = ({ tier, revision }: Proposal) => (
  <p className={classes.facts}>
    {tiers[tier]}, {workWords.revision(revision)}
  </p>
);

function ReturnedBy(proposal: Proposal) {
  const returned = returnedIn(proposal);
  if (!returned) return null;
  return (
    <p>
      <Plain text={workWords.returnedBy(returned.by)} />{' '}
      <q>
        <Plain text={returned.why} />
      </q>
    </p>
  );
}

const Why = ({ task: { why, waitsFor } }: { task: Task }) => (
  <p>
    <Plain text={why} />{' '}
    {waitsFor.length > 0 && <Plain text={workWords.waitsFor(waitsFor.map(({ displayName }) => displayName))} />}
  </p>
);
