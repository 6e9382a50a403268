// The questions that a sign-off holds, with their answers, gaps and evidence, and what to look out for.
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { anchorOf } from '../app/proposal-places.js';
import { Disclosure } from '../ui/disclosure.js';
import { EmptyState } from '../ui/empty-state.js';
import { Plain } from '../ui/plain.js';
import { Quote } from '../ui/quote.js';
import { Select } from '../ui/select.js';
import { AnswerTo, Standing } from './answer-to.js';
import { useReview } from './review-context.js';
import classes from './review.module.css';
import type { Asked } from './review.query.js';
import { saidAt } from './said-at.js';
import { SayHere } from './say-here.js';
import { mineOf } from './sign-off-box.js';
import { SpokenList } from './spoken.js';
import { questionWords } from './words.js';

const route = getRouteApi('/shell/proposals/$reference/review');

export function QuestionsView() {
  const { proposal, me } = useReview();
  const { set } = route.useSearch();
  const navigate = useNavigate({ from: '/proposals/$reference/review' });
  const { signOffs, questions } = proposal;
  const chosen = set ?? mineOf(signOffs, me)[0]?.key ?? 'all';
  const options = [
    ...signOffs.map(({ key, title }) => ({ value: key, label: title })),
    { value: 'all', label: questionWords.all },
  ];
  const shown = questions.filter(({ signOff }) => chosen === 'all' || signOff === chosen);
  return (
    <>
      <Select
        label={questionWords.choose}
        value={chosen}
        options={options}
        onChange={key => void navigate({ search: now => ({ ...now, set: key }), replace: true, resetScroll: false })}
      />
      {shown.length === 0 && <EmptyState title={questionWords.none} />}
      {shown.map(asked => (
        <AskedQuestion key={asked.question.id} asked={asked} />
      ))}
    </>
  );
}

function AskedQuestion({ asked: { question, standing } }: { asked: Asked }) {
  const { said } = useReview();
  const place = `answers.${question.id}`;
  return (
    <article className={classes.place} aria-labelledby={anchorOf(place)}>
      <div className={classes.placeHead}>
        <h3 id={anchorOf(place)} tabIndex={-1}>
          {question.id}: <Plain text={question.title} />
        </h3>
        <Standing question={question} standing={standing} />
      </div>
      <p>
        <Plain text={question.prompt} />
      </p>
      {question.blocking && standing !== 'answered' && <small>{questionWords.blocking}</small>}
      <AnswerTo questionId={question.id} standing={standing} />
      <Guidance question={question} />
      <SpokenList said={saidAt(said, place)} />
      <SayHere place={place} />
    </article>
  );
}

function Guidance({ question: { redFlags, goodAnswer, poorAnswer } }: Pick<Asked, 'question'>) {
  return (
    <div>
      {redFlags.length > 0 && (
        <Disclosure title={questionWords.redFlags(redFlags.length)} level={4}>
          <ul>
            {redFlags.map(flag => (
              <li key={flag}>
                <Plain text={flag} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <Disclosure title={questionWords.guidance} level={4}>
        <Quote words={goodAnswer} by={questionWords.good} />
        <Quote words={poorAnswer} by={questionWords.poor} />
      </Disclosure>
    </div>
  );
}
