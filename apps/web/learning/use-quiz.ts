// The answers of the quiz, kept in this browser and nowhere else.
import { useState } from 'react';
import type { Quiz } from './learning.query.js';
import { readChosen, type Chosen } from './quiz-state.js';

const KEY = 'assent.quiz';

export function useQuiz(quiz: Quiz) {
  const [chosen, setChosen] = useState<Chosen>(() => readChosen(localStorage.getItem(KEY), quiz));
  const [round, setRound] = useState(0);
  const keep = (next: Chosen): void => {
    setChosen(next);
    localStorage.setItem(KEY, JSON.stringify(next));
  };
  return {
    chosen,
    /** The first choice counts; looking at the others afterwards is reading. */
    choose: (id: string, place: number) => keep({ ...chosen, [id]: place }),
    beginAgain: () => {
      keep({});
      setRound(round + 1);
    },
    /** Rises when it begins again. */
    round,
  };
}
