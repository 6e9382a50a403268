// The questions of one group: what is asked, the answer, and beside it what helps to answer well.
import { anchorOf } from '../app/proposal-places.js';
import { EmptyState } from '../ui/empty-state.js';
import { Plain } from '../ui/plain.js';
import { StatusMark } from '../ui/status-mark.js';
import { signOffNames, type State } from '../words/states.js';
import { AboutPlace } from './about-place.js';
import { AnswerField } from './answer-field.js';
import { AnswerShown } from './answer-shown.js';
import { answerFault, writingOf } from './answers.js';
import { Beside } from './beside.js';
import type { AskedQuestion } from './dossier.query.js';
import { useEditing, useLeaves } from './editing.js';
import { answerAt, answerPlace, idsIn } from './leaves.js';
import classes from './questions.module.css';
import { questionsIn, type SectionKey } from './sections.js';
import { dossierWords, standingWords } from './words.js';

export function Questions({ section }: { section: SectionKey }) {
  const { questions } = useEditing();
  const ids = questionsIn(
    section,
    questions.map(({ question }) => question),
  ).map(({ id }) => id);
  const here = questions.filter(({ question }) => ids.includes(question.id));
  if (here.length === 0) return <EmptyState title={dossierWords.noQuestions} />;
  return (
    <ol role="list" className={classes.questions}>
      {here.map(asked => (
        <OneQuestion key={asked.question.id} asked={asked} />
      ))}
    </ol>
  );
}

function OneQuestion({ asked }: { asked: AskedQuestion }) {
  const { question, signOff } = asked;
  const { keeper } = useEditing();
  const isComputed = writingOf(question) === 'computed';
  return (
    <li className={classes.question} id={anchorOf(answerPlace(question.id))} tabIndex={-1}>
      <div className={classes.asked}>
        <div className={classes.head}>
          <h2>
            <span className={classes.id}>{question.id}</span> <Plain text={question.title} />
          </h2>
          <Standing asked={asked} />
        </div>
        <p className={classes.prompt}>
          <Plain text={question.prompt} />
        </p>
        <p className={classes.weight}>
          {[
            question.required ? dossierWords.required : dossierWords.optional,
            question.blocking && dossierWords.blocking((signOffNames[signOff] ?? signOff).toLowerCase()),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {isComputed ? (
          <p>{dossierWords.computed}</p>
        ) : keeper ? (
          <AnswerField question={question} />
        ) : (
          <AnswerShown question={question} />
        )}
        <AboutPlace place={answerPlace(question.id)} />
      </div>
      <Beside question={question} />
    </li>
  );
}

/** As it stands here: what was written a moment ago counts. What the answer says, and what is worked out, the api knows. */
function Standing({ asked: { question, standing } }: { asked: AskedQuestion }) {
  const leaves = useLeaves();
  const { leaves: saved } = useEditing();
  if (writingOf(question) === 'computed')
    return <StatusMark state={standingOf(standing === 'failing' ? 'notSoYet' : standing)} />;
  const answer = answerAt(leaves, question.id);
  const isAsSaved = answer === answerAt(saved, question.id);
  const isOpen = answerFault(question, answer, idsIn(leaves, 'purposes')) !== undefined;
  const here = isOpen ? 'unanswered' : answer.gap !== null ? 'gap' : standing === 'failing' ? 'failing' : 'answered';
  return <StatusMark state={standingOf(isAsSaved ? standing : here)} />;
}

const standingOf = (standing: string): State => standingWords[standing] ?? standingWords['unanswered']!;
