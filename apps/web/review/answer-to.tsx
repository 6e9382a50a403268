// What the author answered to a question, and how the answer stands.
import { StatusMark } from '../ui/status-mark.js';
import type { State } from '../words/states.js';
import { answerFields } from './place-values.js';
import { useReview } from './review-context.js';
import classes from './review.module.css';
import type { Asked } from './review.query.js';
import { FieldChanges } from './reviewed-place.js';
import { questionWords, standingWords } from './words.js';

const standings: Readonly<Record<string, State>> = {
  answered: { word: standingWords.answered, tone: 'settled' },
  gap: { word: standingWords.gap, tone: 'waiting' },
  unanswered: { word: standingWords.unanswered, tone: 'waiting' },
  failing: { word: standingWords.failing, tone: 'blocked' },
};

/** What the product works out is never answered wrongly: it is not so yet. */
const notSoYet: State = { word: standingWords.notSoYet, tone: 'waiting' };

export function Standing({ question, standing }: Pick<Asked, 'question' | 'standing'>) {
  const isComputed = question.answerType === 'computed';
  const known = isComputed && standing !== 'answered' ? notSoYet : standings[standing];
  return <StatusMark state={known ?? { word: standing, tone: 'plain' }} />;
}

export function AnswerTo({ questionId, standing }: { questionId: string; standing: string }) {
  const { proposal } = useReview();
  const answer = proposal.dossier.answers.find(each => each.questionId === questionId);
  if (!answer) {
    const isComputed = standing === 'answered' || standing === 'failing';
    return <p className={classes.missing}>{isComputed ? questionWords.computed : questionWords.noAnswer}</p>;
  }
  const fields = [...answerFields(answer)].map(([name, after]) => ({ name, after }));
  return (
    <div className={classes.answer}>
      <FieldChanges fields={fields} kind="same" />
    </div>
  );
}
