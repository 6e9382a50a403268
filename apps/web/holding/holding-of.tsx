// Of a piece of work: who has taken it, and what I can do about that.
import { ProblemNote } from '../app/problem-note.js';
import { useCommand } from '../app/use-command.js';
import { useSession } from '../app/session.js';
import { Button } from '../ui/button.js';
import { GiveTo } from './give-to.js';
import { HeldLine } from './held-line.js';
import { holdingActs } from './holding-acts.js';
import { useKeptFocus } from './keep-focus.js';
import { assignTask, type Assignable, type Holding, type OfWork } from './holding.query.js';
import { holdingWords } from './holding.words.js';
import classes from './holding.module.css';

export function HoldingOf(work: OfWork) {
  const { task } = work;
  return (
    <>
      {task.holder && <HeldLine holding={task.holder} />}
      {task.isAssignable && <Acts {...work} />}
    </>
  );
}

interface OnPage extends Omit<OfWork, 'task'> {
  work: string;
  myTasks: readonly Assignable[];
  holdings: readonly Holding[];
}

/** The same of a piece of work by its name, wherever on a page about the proposal it is told of. */
export function HoldingAt({ work, myTasks, holdings, ...rest }: OnPage) {
  const task = myTasks.find(each => each.work === work);
  const holding = holdings.find(each => each.work === work);
  if (task) return <HoldingOf task={task} {...rest} />;
  return holding ? <HeldLine holding={holding} /> : null;
}

/** The first button stays the same one whatever it says, so that the focus stays on it. */
function Acts({ task, proposalId, reference, what }: OfWork) {
  const me = useSession().person.id;
  const assign = useCommand(assignTask);
  const { first = 'take', isMine, from } = holdingActs(task, me);
  const act = () => assign.run({ proposalId, work: task.work, to: isMine ? null : me, from });
  const row = useKeptFocus(`${proposalId} ${task.work}`);
  return (
    <div className="unprinted" ref={row}>
      <div className={classes.acts}>
        <Button
          kind="quiet"
          isBusy={assign.state === 'sending'}
          label={holdingWords.about(holdingWords[first], what)}
          onPress={() => void act()}
        >
          {holdingWords[first]}
        </Button>
        <GiveTo {...{ task, proposalId, reference, what }} />
      </div>
      <ProblemNote problem={assign.problem} reference={reference} />
    </div>
  );
}
