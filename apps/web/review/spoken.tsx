// A concern or a comment where it was made: who, how it stands, who reads it, the words as they were written, and the place as it
// stood then where that is gone.
import { Link } from '@tanstack/react-router';
import { CommentSaid } from '../comment/comment-said.js';
import { Meant } from '../comment/meant.js';
import { DateText } from '../ui/date-text.js';
import { Tag } from '../ui/filters.js';
import { PersonRef } from '../ui/person-ref.js';
import { Quote } from '../ui/quote.js';
import { StatusMark } from '../ui/status-mark.js';
import { concernStates, dispositions, severities } from '../words/states.js';
import { placeName } from './place-names.js';
import { useReview, type Spoken } from './review-context.js';
import classes from './review.module.css';
import { saidWords } from './concern.words.js';
import { reviewWords } from './words.js';

export const SpokenList = ({ said }: { said: readonly Spoken[] }) =>
  said.length === 0 ? null : (
    <ul role="list" className={classes.spokenList}>
      {said.map(each => (
        <li key={each.id}>
          <SpokenOne spoken={each} />
        </li>
      ))}
    </ul>
  );

function SpokenOne({ spoken }: { spoken: Spoken }) {
  const isConcern = spoken.kind === 'concern';
  return (
    <Meant className={classes.spoken} id={`said-${spoken.id}`}>
      <p className={classes.line}>
        <strong>{isConcern ? saidWords.concern : saidWords.comment}</strong>
        {isConcern && <StatusMark state={concernStates[spoken.status]} />}
        {isConcern && <Tag>{severities[spoken.severity]}</Tag>}
        <small>{audienceOf(spoken)}</small>
      </p>
      {isConcern ? <ConcernWords concern={spoken} /> : <CommentWords comment={spoken} />}
      <Gone spoken={spoken} />
      {isConcern && <Response concern={spoken} />}
    </Meant>
  );
}

type ConcernSaid = Extract<Spoken, { kind: 'concern' }>;

const ConcernWords = ({ concern: { statement, raisedBy, raisedAt, onRevision } }: { concern: ConcernSaid }) => (
  <Quote
    words={statement}
    by={
      <>
        <PersonRef person={raisedBy} />, <DateText at={raisedAt} />, {reviewWords.onRevision(onRevision)}
      </>
    }
  />
);

function CommentWords({ comment }: { comment: Exclude<Spoken, ConcernSaid> }) {
  const { proposal, reference, may } = useReview();
  return (
    <CommentSaid
      {...{ comment, reference, proposalId: proposal.id }}
      mayEdit={may('editComment')}
      more={reviewWords.onRevision(comment.onRevision)}
    />
  );
}

const audienceOf = (spoken: Spoken): string => {
  if (spoken.kind === 'concern') return spoken.audience === 'REVIEWERS' ? saidWords.forReviewers : '';
  return spoken.audience === 'PARTNERS' ? saidWords.forPartners : saidWords.forInternal;
};

/** What stood at places that are gone, as whoever wrote about them saw it. */
function Gone({ spoken: { aboutPlaces, onRevision } }: { spoken: Spoken }) {
  const { names } = useReview();
  return aboutPlaces
    .filter(({ isPlaceGone }) => isPlaceGone)
    .map(({ place, quote }) => (
      <div key={place} className={classes.gone}>
        <small>
          {placeName(place, names)}, {saidWords.gone}. {quote !== null && saidWords.asItStood(onRevision)}
        </small>
        {quote !== null && <Quote words={quote} />}
      </div>
    ));
}

function Response({ concern }: { concern: ConcernSaid }) {
  const { reference } = useReview();
  return (
    <>
      {concern.response !== null && (
        <Quote
          words={concern.response}
          by={concern.disposition && `${saidWords.answer}: ${dispositions[concern.disposition].toLowerCase()}`}
        />
      )}
      <p>
        <Link to="/proposals/$reference/concerns/{-$id}" params={{ reference, id: concern.id }}>
          {saidWords.openConcern}
        </Link>
      </p>
    </>
  );
}
