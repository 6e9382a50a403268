// Which reviewers found that it is not met, beside the choice to approve: nobody decides against them without having it before them.
import { DateText } from '../ui/date-text.js';
import { Note } from '../ui/note.js';
import { PersonRef } from '../ui/person-ref.js';
import { Quote } from '../ui/quote.js';
import classes from '../review/review.module.css';
import type { Decided } from './decide.query.js';
import { decideWords } from './decide.words.js';
import { foundNotMet } from './decision-draft.js';

export function NotMet({ signOffs }: Pick<Decided, 'signOffs'>) {
  const found = foundNotMet(signOffs);
  if (found.length === 0) return null;
  return (
    <Note tone="blocked" title={decideWords.notMet(found.length)}>
      <ul role="list" className={classes.spokenList}>
        {found.map(({ key, title, rationale, by, at }) => (
          <li key={key} className={classes.spoken}>
            <strong>{title}</strong>
            {rationale && (
              <Quote
                words={rationale}
                by={
                  by &&
                  at && (
                    <>
                      <PersonRef person={by} />, <DateText at={at} />
                    </>
                  )
                }
              />
            )}
          </li>
        ))}
      </ul>
    </Note>
  );
}
