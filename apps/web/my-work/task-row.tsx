// Rows of one’s work. A task: by when, what there is to do as the one link, of which proposal, and why.
import { Link } from '@tanstack/react-router';
import { useSession } from '../app/session.js';
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
      </div>
      <Facts {...task.proposal} />
    </li>
  );
}

/** A proposal that waits on others: for what and for whom, with the one link to where it is. */
export function WaitingRow({ held: { tasks, dueOn } }: { held: Held<Task> }) {
  const { has } = useSession();
  const [first] = tasks;
  if (!first) return null;
  return (
    <li className={classes.row}>
      <Due state={dueState(first)} dueOn={dueOn} />
      <div className={classes.task}>
        <Link {...placeOfTask(first, has('partner'))} className={classes.link}>
          <strong>
            <Title {...first.proposal} />
          </strong>
        </Link>
        <ul className={classes.reasons}>
          {tasks.map(task => (
            <li key={task.id}>
              <Why task={task} />
            </li>
          ))}
        </ul>
      </div>
      <Facts {...first.proposal} />
    </li>
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
