// What I can do next: my tasks here as steps with a link each, then what I may do beside them.
import { Link } from '@tanstack/react-router';
import { useProposal } from '../app/proposal-frame.js';
import { useSession } from '../app/session.js';
import { HeldLine } from '../holding/held-line.js';
import { HoldingOf } from '../holding/holding-of.js';
import { dueState } from '../my-work/task-due.js';
import { keyOf, placeOfTask } from '../my-work/task-place.js';
import { deedOf, workWords } from '../my-work/words.js';
import { DateText } from '../ui/date-text.js';
import { LinkButton } from '../ui/link-button.js';
import { Plain } from '../ui/plain.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { joinAlike, type Step } from './join-alike.js';
import classes from './next-steps.module.css';
import { ownSteps } from './own-steps.js';
import { otherDeeds } from './other-deeds.js';
import type { Seen } from './progress.query.js';
import { progressWords, takenWords } from './progress.words.js';

export function NextSteps({ seen }: { seen: Seen }) {
  const { own, others } = ownSteps(seen.myTasks);
  const steps = joinAlike(own);
  return (
    <Section title={progressWords.next}>
      {steps.length === 0 && <p>{progressWords.nothingMine}</p>}
      {steps.length > 0 && (
        <ul role="list" className={classes.steps}>
          {steps.map((step, index) => (
            <StepRow key={step.task.id} step={step} state={seen.state} isMain={index === 0} />
          ))}
        </ul>
      )}
      {joinAlike(others).map(step => (
        <Waiting key={step.task.id} step={step} />
      ))}
      <Elsewhere seen={seen} />
      <Others seen={seen} />
    </Section>
  );
}

interface Row {
  step: Step<Seen['myTasks'][number]>;
  state: Seen['state'];
  isMain: boolean;
}

function StepRow({ step: { task, many }, state, isMain }: Row) {
  const { id, reference } = useProposal();
  const isPartner = useSession().has('partner');
  const isTaken = task.isAssignable && task.holder !== null && task.waitsFor.length === 0;
  const isMine = task.group !== 'WAITING_ON_OTHERS' || isTaken;
  const deed = deedOf({ kind: task.kind, proposal: { state } }, keyOf(task));
  const place = placeOfTask({ ...task, group: isTaken ? 'LATER' : task.group, proposal: { reference } }, isPartner);
  return (
    <li className={classes.step}>
      {isMine ? (
        <LinkButton kind={isMain ? 'main' : 'plain'} {...place}>
          {deed}
        </LinkButton>
      ) : (
        <strong className={classes.waits}>{deed}</strong>
      )}
      <div className={classes.why}>
        <p>
          <Plain text={many > 1 ? progressWords.alike(task.why, many) : task.why} />
        </p>
        <p className={classes.due}>
          <StatusMark state={dueState(task)} />
          {task.dueOn && <DateText at={task.dueOn} />}
        </p>
        {many === 1 && <HoldingOf {...{ task, reference }} proposalId={id} what={`${deed}, ${reference}`} />}
      </div>
    </li>
  );
}

/** What somebody else does next with what is mine. */
const Waiting = ({ step: { task, many } }: Pick<Row, 'step'>) => (
  <>
    <p>
      <Plain text={many > 1 ? progressWords.alike(task.why, many) : task.why} />{' '}
      {task.waitsFor.length > 0 && <Plain text={workWords.waitsFor(task.waitsFor.map(each => each.displayName))} />}
    </p>
    {many === 1 && task.holder && <HeldLine holding={task.holder} />}
  </>
);

/** Taken, and told of nowhere else on the page: the decision, a condition, what partners are asked. */
function Elsewhere({ seen: { holdings, myTasks } }: { seen: Seen }) {
  const others = holdings.filter(
    ({ work }) => !/^(signOff|concern):/.test(work) && !myTasks.some(task => task.work === work),
  );
  return others.map(holding => (
    <div key={holding.work}>
      <strong>{takenWords[holding.kind]}</strong>
      <HeldLine holding={holding} />
    </div>
  ));
}

function Others({ seen }: { seen: Seen }) {
  const { reference } = useProposal();
  const isPartner = useSession().has('partner');
  const deeds = otherDeeds(seen.availableCommands, seen.myTasks, { reference, isPartner });
  return (
    <p className={`${classes.others} unprinted`}>
      {progressWords.alsoPossible}{' '}
      {deeds.map(({ words, place }, index) => (
        <span key={words}>
          {index > 0 && ', '}
          <Link {...place}>{words}</Link>
        </span>
      ))}
      .
    </p>
  );
}
