// Who has taken a piece of work, since when, from whom and with what word: a line wherever the work is shown.
import { useSession } from '../app/session.js';
import { DateText } from '../ui/date-text.js';
import { Plain } from '../ui/plain.js';
import type { Holding } from './holding.query.js';
import { holdingWords } from './holding.words.js';
import classes from './holding.module.css';

export function HeldLine({ holding }: { holding: Holding }) {
  const me = useSession().person.id;
  const { since, note } = holding;
  return (
    <p className={classes.line}>
      <Plain text={sentence(holding, me)} /> <DateText at={since} />.
      {note !== null && (
        <>
          {' '}
          <q className={classes.note}>
            <Plain text={note} />
          </q>
        </>
      )}
    </p>
  );
}

function sentence({ person, by }: Holding, me: string): string {
  const isTaken = person.id === by.id;
  if (person.id === me) return isTaken ? holdingWords.yours : holdingWords.yoursFrom(by.displayName);
  return isTaken
    ? holdingWords.theirs(person.displayName)
    : holdingWords.theirsFrom(person.displayName, by.displayName);
}
