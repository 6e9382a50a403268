// What a reviewer found question by question, folded under its sum.
import { Disclosure } from '../ui/disclosure.js';
import { Quote } from '../ui/quote.js';
import { StatusMark } from '../ui/status-mark.js';
import { tickStates } from '../words/states.js';
import { checklistWords } from './checklist.words.js';
import classes from './checklist.module.css';
import { placeName, type Names } from './place-names.js';
import { summaryOf } from './checklist-summary.js';
import type { SignOff } from './review.query.js';

type Checklist = NonNullable<SignOff['checklist']>;

interface Shown {
  checklist: Checklist | null;
  names: Names;
  /** Of its heading, below what it is part of. */
  level: 3 | 4;
}

export function ChecklistShown({ checklist, names, level }: Shown) {
  if (!checklist) return null;
  return (
    <Disclosure title={checklistWords.versioned(summaryOf(checklist), checklist.version)} level={level}>
      <ul role="list" className={classes.shown}>
        {checklist.answers.map(({ questionId, answer, note }) => (
          <li key={questionId}>
            <p className={classes.head}>
              <span>{placeName(`answers.${questionId}`, names)}</span>
              <StatusMark state={tickStates[answer]} />
            </p>
            {note !== null && <Quote words={note} />}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
