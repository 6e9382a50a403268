// Six questions: one chooses, then reads why each answer is right or wrong.
import { useEffect, useRef, useState } from 'react';
import { Button } from '../ui/button.js';
import { RadioGroup } from '../ui/choice.js';
import { LiveNote } from '../ui/live-note.js';
import { Note } from '../ui/note.js';
import { Chapter } from './chapter.js';
import classes from './learning.module.css';
import type { Quiz, QuizQuestion } from './learning.query.js';
import { learningWords } from './learning.words.js';
import { standingOf } from './quiz-state.js';
import { useQuiz } from './use-quiz.js';

export function QuizSection({ quiz }: { quiz: Quiz }) {
  const { chosen, choose, beginAgain, round } = useQuiz(quiz);
  const standing = standingOf(chosen, quiz);
  const again = standing.answered > 0 && <Button onPress={beginAgain}>{learningWords.again}</Button>;
  return (
    <Chapter of="quiz" actions={again}>
      <p>{learningWords.quizHelp}</p>
      <ol role="list" className={classes.questions}>
        {quiz.map((question, index) => (
          <li key={question.id} className={classes.question}>
            <small>{learningWords.question(index + 1, quiz.length)}</small>
            <Question
              key={round}
              question={question}
              chosen={chosen[question.id]}
              onChoose={place => choose(question.id, place)}
            />
          </li>
        ))}
      </ol>
      <p>
        <LiveNote>{learningWords.standing(standing)}</LiveNote>
      </p>
    </Chapter>
  );
}

interface Asked {
  question: QuizQuestion;
  chosen: number | undefined;
  onChoose: (place: number) => void;
}

function Question({ question: { id, question, options }, chosen, onChoose }: Asked) {
  const [marked, setMarked] = useState<number | undefined>(chosen);
  const [wasOpen] = useState(chosen === undefined);
  const isAnswered = chosen !== undefined;
  const shown = options.map(({ text }, place) => ({ value: String(place), label: text }));
  return (
    <>
      <RadioGroup
        label={question}
        name={id}
        options={shown}
        value={marked === undefined ? null : String(marked)}
        onChange={place => setMarked(Number(place))}
      />
      {!isAnswered && (
        <p>
          <Button
            why={marked === undefined ? learningWords.choose : undefined}
            onPress={() => marked !== undefined && onChoose(marked)}
          >
            {learningWords.answer}
          </Button>
        </p>
      )}
      {isAnswered && <Explained options={options} marked={marked ?? chosen} wasJustAnswered={wasOpen} />}
    </>
  );
}

interface Explanation {
  options: QuizQuestion['options'];
  marked: number;
  /** The button that asked for it is gone: the focus goes on to what it asked for. */
  wasJustAnswered: boolean;
}

/** Of the answer that is marked now: once one has answered, the others can be read too. */
function Explained({ options, marked, wasJustAnswered }: Explanation) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wasJustAnswered) place.current?.focus();
  }, [wasJustAnswered]);
  const { correct, explanation } = options[marked]!;
  return (
    <div ref={place} role="status" tabIndex={-1}>
      <Note tone={correct ? 'settled' : 'blocked'} title={correct ? learningWords.right : learningWords.wrong}>
        <p>{explanation}</p>
      </Note>
    </div>
  );
}
