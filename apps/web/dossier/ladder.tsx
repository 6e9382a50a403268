// The ladder of intrusion: eight rungs, the least intrusive at the foot. On each what was examined, and what is asked for.
import { anchorOf } from '../app/proposal-places.js';
import { Plain } from '../ui/plain.js';
import { StatusMark } from '../ui/status-mark.js';
import { isMadeId } from '../words/made-id.js';
import { useLeaves } from './editing.js';
import { ladderOf, type Rung } from './ladder-rungs.js';
import classes from './ladder.module.css';
import { listWords, partsWords, rungWords } from './parts.words.js';

export function Ladder() {
  const rungs = ladderOf(useLeaves());
  return (
    <ol className={classes.ladder} role="list" reversed aria-label={partsWords.ladder}>
      {rungs.map(rung => (
        <OneRung key={rung.rung} {...rung} />
      ))}
    </ol>
  );
}

const OneRung = ({ rung, ways, askedFor }: Rung) => (
  <li
    className={classes.rung}
    data-asked={askedFor.length > 0 || undefined}
    data-empty={ways.length === 0 || undefined}
  >
    <span className={classes.number}>
      <span>{rung}</span>
    </span>
    <div className={classes.what}>
      <p className={classes.name}>
        {rungWords[rung]}
        {askedFor.length > 0 && <strong className={classes.asked}> {partsWords.asked(askedFor.join(', '))}</strong>}
      </p>
      {ways.map(({ id, description, whyNot }) => (
        <p key={id}>
          <a href={`#${anchorOf(`alternatives.${id}`)}`}>{isMadeId(id) ? listWords.alternatives.one : id}</a>{' '}
          <Plain text={description} />{' '}
          {whyNot ? (
            <small>
              {partsWords.notChosen} <Plain text={whyNot} />
            </small>
          ) : (
            <StatusMark state={{ tone: 'waiting', word: partsWords.stillOpen }} />
          )}
        </p>
      ))}
    </div>
  </li>
);
