// An answer that is read.
import { Plain } from '../ui/plain.js';
import { Quote } from '../ui/quote.js';
import { StatusMark } from '../ui/status-mark.js';
import { columnsOf, entriesOf, isObject, writingOf } from './answers.js';
import type { AskedQuestion } from './dossier.query.js';
import { useLeaf } from './editing.js';
import { answerAt, answerPlace, type Answered } from './leaves.js';
import { rungWords } from './parts.words.js';
import { wordsOf } from './place-notes.js';
import classes from './questions.module.css';
import { dossierWords, standingWords } from './words.js';

type Question = AskedQuestion['question'];

export function AnswerShown({ question }: { question: Question }) {
  const answer = (useLeaf(answerPlace(question.id)) as Answered | undefined) ?? answerAt({}, question.id);
  if (answer.value === null && answer.gap === null)
    return <p className={classes.missing}>{dossierWords.unansweredHere}</p>;
  return (
    <div className={classes.answer}>
      {answer.gap !== null && (
        <div>
          <StatusMark state={standingWords['gap']!} />
          <Quote words={answer.gap} />
        </div>
      )}
      {answer.gap === null && <Value {...{ question, answer }} />}
      {answer.evidence.length > 0 && (
        <div>
          <p className={classes.label}>{dossierWords.evidence}</p>
          <ul>
            {answer.evidence.map((each, index) => (
              <li key={index}>
                <Plain text={each} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Value({ question, answer: { value } }: { question: Question; answer: Answered }) {
  const writing = writingOf(question);
  if (writing === 'rungs' && isObject(value))
    return (
      <ul>
        {Object.entries(value).map(([id, rung]) => (
          <li key={id}>
            {id}: {wordsOf(rung)} · {rungWords[Number(rung)]}
          </li>
        ))}
      </ul>
    );
  if (writing === 'choice-and-text' && isObject(value))
    return <Quote words={`${wordsOf(value['choice'])}\n\n${wordsOf(value['text'])}`} />;
  const entries = entriesOf(value);
  if (writing !== 'entries' || entries.length === 0) return <Quote words={wordsOf(value)} />;
  const columns = columnsOf(question, entries);
  return (
    <ul className={classes.entries}>
      {entries.map((entry, index) => (
        <li key={index}>
          {typeof entry === 'string' ? (
            <Plain text={entry} />
          ) : (
            columns
              .filter(column => entry[column])
              .map(column => (
                <span key={column} className={classes.pair}>
                  <small>{column}:</small> <Plain text={wordsOf(entry[column])} />
                </span>
              ))
          )}
        </li>
      ))}
    </ul>
  );
}
