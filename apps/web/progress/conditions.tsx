// The conditions in force: who sees to each and by when, what shows that it is met, and what its author or a privacy officer can do.
import { DateText } from '../ui/date-text.js';
import { Disclosure } from '../ui/disclosure.js';
import { Plain } from '../ui/plain.js';
import { Quote } from '../ui/quote.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import type { State } from '../words/states.js';
import { MeetCondition } from './meet-condition.js';
import type { Seen } from './progress.query.js';
import { progressWords } from './progress.words.js';
import classes from './rows.module.css';

type Condition = Seen['conditions'][number];

interface Conditional {
  conditions: readonly Condition[];
  commands: Seen['availableCommands'];
}

export function Conditions({ conditions, commands }: Conditional) {
  if (conditions.length === 0) return null;
  const met = conditions.filter(({ metAt }) => metAt !== null).length;
  const mayMeet = commands.some(({ command, allowed }) => command === 'meetCondition' && allowed);
  return (
    <Section title={progressWords.conditions(met, conditions.length)} id="conditions">
      <ul role="list" className={classes.rows}>
        {conditions.map(condition => (
          <ConditionRow key={condition.id} condition={condition} mayMeet={mayMeet} />
        ))}
      </ul>
    </Section>
  );
}

function ConditionRow({ condition, mayMeet }: { condition: Condition; mayMeet: boolean }) {
  const { id, statement, owner, dueAt, precedent, evidence, metAt } = condition;
  return (
    <li className={classes.row} id={`condition-${id}`} tabIndex={-1}>
      <p className={classes.name}>
        <Plain text={statement} />
      </p>
      <StatusMark state={stateOf(condition)} detail={metAt && <DateText at={metAt} />} />
      <p className={classes.more}>
        <Plain text={progressWords.owner(owner)} />
        {dueAt && (
          <>
            , {progressWords.by} <DateText at={dueAt} />
          </>
        )}
        {precedent && `, ${progressWords.precedent}`}
      </p>
      {evidence && <Quote words={evidence} by={progressWords.evidence} />}
      {mayMeet && metAt === null && (
        <div className="unprinted">
          <Disclosure title={evidence ? progressWords.confirm : progressWords.showEvidence}>
            <MeetCondition conditionId={id} isConfirmation={evidence !== null} />
          </Disclosure>
        </div>
      )}
    </li>
  );
}

function stateOf({ metAt, evidence }: Condition): State {
  if (metAt !== null) return { tone: 'settled', word: progressWords.met };
  return evidence === null
    ? { tone: 'blocked', word: progressWords.unmet }
    : { tone: 'waiting', word: progressWords.shown };
}
