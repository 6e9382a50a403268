// What was commented among partners and the lead organisation.
import { DateText } from '../ui/date-text.js';
import { PersonRef } from '../ui/person-ref.js';
import { Quote } from '../ui/quote.js';
import { Section } from '../ui/section.js';
import type { Asked } from './say.query.js';
import { sayWords } from './say.words.js';
import classes from './say.module.css';

export function Comments({ comments }: { comments: Asked['comments'] }) {
  if (comments.length === 0) return null;
  return (
    <Section title={sayWords.comments}>
      <ul role="list" className={classes.list}>
        {comments.map(({ id, body, by, at }) => (
          <li key={id} className={classes.row}>
            <Quote
              words={body}
              by={
                <>
                  <PersonRef person={by} />, <DateText at={at} />
                </>
              }
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
