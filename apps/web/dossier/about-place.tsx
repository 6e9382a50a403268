// What others say about a place: concerns with their state and a link, comments, and checks with what to do.
import { Link } from '@tanstack/react-router';
import { By as MadeBy } from '../comment/comment-by.js';
import { CommentBody } from '../comment/comment-body.js';
import { DateText } from '../ui/date-text.js';
import { Plain } from '../ui/plain.js';
import { PersonRef } from '../ui/person-ref.js';
import { Quote } from '../ui/quote.js';
import { StatusMark } from '../ui/status-mark.js';
import { concernStates } from '../words/states.js';
import { isAbout } from './about.js';
import classes from './about-place.module.css';
import { useEditing } from './editing.js';
import type { ShownProposal } from './dossier.query.js';
import { dossierWords } from './words.js';

export function AboutPlace({ place }: { place: string }) {
  const { proposal, reference } = useEditing();
  const here = (about: readonly string[]) => about.some(each => isAbout(each, place));
  const concerns = proposal.concerns.edges.map(({ node }) => node).filter(({ about }) => here(about));
  const comments = proposal.comments.filter(({ about }) => here(about));
  const checks = proposal.checks.filter(check => here([check.place]));
  if (concerns.length + comments.length + checks.length === 0) return null;
  return (
    <div className={classes.about}>
      {checks.map(({ ruleId, place: at, message, remedy }) => (
        <p key={ruleId + at} className={classes.check}>
          <StatusMark state={{ tone: 'waiting', word: dossierWords.checksHere }} /> <Plain text={message} />{' '}
          <Plain text={remedy} />
        </p>
      ))}
      {concerns.map(concern => (
        <Concern key={concern.id} {...{ concern, reference }} />
      ))}
      {comments.map(comment => (
        <CommentBody
          key={comment.id}
          words={comment.body}
          mentions={comment.mentions}
          by={<MadeBy comment={comment} />}
        />
      ))}
    </div>
  );
}

type Raised = ShownProposal['concerns']['edges'][number]['node'];

const Concern = ({ concern, reference }: { concern: Raised; reference: string }) => (
  <div className={classes.concern}>
    <StatusMark state={concernStates[concern.status]} />
    <Quote words={concern.statement} by={<By by={concern.raisedBy} at={concern.raisedAt} />} />
    <Link to="/proposals/$reference/concerns/{-$id}" params={{ reference, id: concern.id }}>
      {dossierWords.toConcern}
    </Link>
  </div>
);

const By = ({ by, at }: { by: { displayName: string; organisation: { name: string } }; at: string }) => (
  <>
    <PersonRef person={by} />, <DateText at={at} />
  </>
);
