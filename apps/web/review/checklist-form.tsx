// The checklist of a sign-off that is being given: each question it holds, what was answered, whether that holds, and why not.
import { useState, type KeyboardEvent } from 'react';
import { Button } from '../ui/button.js';
import { Disclosure } from '../ui/disclosure.js';
import { Plain } from '../ui/plain.js';
import { Segments } from '../ui/segments.js';
import { TextArea } from '../ui/text-area.js';
import { AnswerTo, Standing } from './answer-to.js';
import { answeredOf, lacksNote, tickAt, type TickDraft, type TickDrafts } from './checklist-drafts.js';
import { checklistWords, tickLabels } from './checklist.words.js';
import classes from './checklist.module.css';
import type { Asked } from './review.query.js';

interface GoneThrough {
  asked: readonly Asked[];
  ticks: TickDrafts;
  onChange: (ticks: TickDrafts) => void;
  isTried: boolean;
}

export function ChecklistForm({ asked, ticks, onChange, isTried }: GoneThrough) {
  const ids = asked.map(({ question }) => question.id);
  const answered = answeredOf(ticks, ids);
  // Folded until somebody begins; whoever comes back to it finds it as it was left.
  const [isOpen] = useState(answered > 0);
  if (asked.length === 0) return null;
  return (
    <Disclosure title={checklistWords.progress(answered, asked.length)} isOpen={isOpen}>
      <p className={classes.hint}>{checklistWords.hint}</p>
      <ol role="list" className={classes.checklist} onKeyDown={goToNextRow}>
        {asked.map(each => {
          const { id } = each.question;
          const tick = tickAt(ticks, id);
          return (
            <li key={id} className={classes.row}>
              <OneQuestion
                {...{ asked: each, tick, isTried }}
                onChange={part => onChange({ ...ticks, [id]: { ...tick, ...part } })}
              />
            </li>
          );
        })}
      </ol>
    </Disclosure>
  );
}

/** Up and down go from a question to the same answer of its neighbour. */
function goToNextRow(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const from = (event.target as HTMLElement).closest('[role="radio"]');
  const group = from?.closest('[role="radiogroup"]');
  if (step === 0 || !from || !group) return;
  const groups = [...event.currentTarget.querySelectorAll('[role="radiogroup"]')];
  const to = groups[groups.indexOf(group) + step]?.children[[...group.children].indexOf(from)];
  if (!(to instanceof HTMLElement)) return;
  event.preventDefault();
  to.focus();
}

interface One {
  asked: Asked;
  tick: TickDraft;
  onChange: (part: Partial<TickDraft>) => void;
  isTried: boolean;
}

function OneQuestion({ asked: { question, standing }, tick, onChange, isTried }: One) {
  const [isNoting, setNoting] = useState(false);
  const { answer, note } = tick;
  const hasNote = answer !== null && (answer !== 'YES' || isNoting || note !== '');
  return (
    <>
      <div className={classes.head}>
        <h4>
          {question.id}: <Plain text={question.title} />
        </h4>
        <Standing question={question} standing={standing} />
      </div>
      <Disclosure title={checklistWords.answer} level={4}>
        <AnswerTo questionId={question.id} standing={standing} />
      </Disclosure>
      <div className={classes.tick}>
        <Segments
          label={checklistWords.holds(question.id)}
          options={options}
          value={answer}
          onChange={chosen => onChange({ answer: chosen })}
        />
        {answer === 'YES' && !hasNote && (
          <Button kind="quiet" label={checklistWords.addNoteTo(question.id)} onPress={() => setNoting(true)}>
            {checklistWords.addNote}
          </Button>
        )}
      </div>
      {answer === 'NO' && question.blocking && (
        <small>{question.conditionable ? checklistWords.noNeedsCondition : checklistWords.noBlocks}</small>
      )}
      {hasNote && <Why questionId={question.id} {...{ answer, tick, onChange, isTried }} />}
    </>
  );
}

interface Reasoned extends Omit<One, 'asked'> {
  questionId: string;
  answer: NonNullable<TickDraft['answer']>;
}

const Why = ({ questionId, answer, tick, onChange, isTried }: Reasoned) => (
  <TextArea
    label={labelOf[answer](questionId)}
    isOptional={answer === 'YES'}
    rows={2}
    value={tick.note}
    onChange={note => onChange({ note })}
    error={isTried && lacksNote(tick) ? checklistWords.noteMissing : undefined}
  />
);

const options = [
  { value: 'YES', label: tickLabels.YES },
  { value: 'NO', label: tickLabels.NO },
  { value: 'NOT_APPLICABLE', label: tickLabels.NOT_APPLICABLE, spoken: tickLabels.spokenNotApplicable },
] as const;

const labelOf = {
  YES: checklistWords.note,
  NO: checklistWords.whyNot,
  NOT_APPLICABLE: checklistWords.whyNotApplicable,
};
