// The box of sign-offs: each that is required, its roles in words, who may give it, who has and on what, and why I may not.
import { Blockers } from '../app/problem-note.js';
import { HoldingAt } from '../holding/holding-of.js';
import { DateText } from '../ui/date-text.js';
import { Disclosure } from '../ui/disclosure.js';
import { LinkButton } from '../ui/link-button.js';
import { PersonRef } from '../ui/person-ref.js';
import { Plain } from '../ui/plain.js';
import { Quote } from '../ui/quote.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { theRole } from '../words/roles.js';
import { findings, signOffStates, standingOf } from '../words/states.js';
import { ChecklistShown } from './checklist-shown.js';
import { placeName } from './place-names.js';
import { useReview } from './review-context.js';
import classes from './review.module.css';
import type { SignOff } from './review.query.js';
import { currentOf, hasConflict, signOffActs } from './sign-off-box.js';
import { reviewWords, signOffWords } from './words.js';

export function SignOffs() {
  const { proposal, may, reference } = useReview();
  const { signOffs } = proposal;
  // Partners are not shown what reviewers found.
  if (signOffs.length === 0) return null;
  return (
    <div className={classes.box}>
      <Section id="sign-offs" title={signOffWords.title(currentOf(signOffs), signOffs.length)}>
        <ul role="list" className={classes.signOffs}>
          {signOffs.map(signOff => (
            <li key={signOff.key}>
              <OneSignOff signOff={signOff} />
            </li>
          ))}
        </ul>
        <div className={classes.buttons}>
          {may('recordDecision') && (
            <>
              <LinkButton to="/proposals/$reference/decide" params={{ reference }}>
                {signOffWords.decide}
              </LinkButton>
              <LinkButton to="/proposals/$reference/decide" params={{ reference }} search={{ outcome: 'RETURNED' }}>
                {signOffWords.askForChanges}
              </LinkButton>
            </>
          )}
          {may('declareConflict') && !hasConflict(signOffs) && (
            <SignLink sign="conflict">{signOffWords.conflict}</SignLink>
          )}
        </div>
      </Section>
    </div>
  );
}

function OneSignOff({ signOff }: { signOff: SignOff }) {
  const { me, may } = useReview();
  const { key, title, requiredRoles, status, whoMay, whyNot, blockers } = signOff;
  const acts = signOffActs(signOff, me, may('withdrawSignOff'));
  return (
    <div className={classes.signOff}>
      <h3 id={`sign-off-${key}`} tabIndex={-1}>
        {title}
      </h3>
      <Standing signOff={signOff} />
      <small>{signOffWords.byRoles(requiredRoles.map(theRole))}</small>
      {status !== 'GIVEN' && <WhoMay whoMay={whoMay} />}
      <HeldHere signOff={signOff} />
      {acts.isStuck && <p className={classes.small}>{signOffWords.nobody}</p>}
      {acts.give && status !== 'GIVEN' && blockers.length > 0 && <KeepsFromMet blockers={blockers} />}
      {whyNot.length > 0 && status !== 'GIVEN' && (
        <div className={classes.small}>
          <strong>{signOffWords.whyNot}</strong>
          <Reasons whyNot={whyNot} />
        </div>
      )}
      <div className={classes.buttons}>
        {acts.give && (
          <SignLink sign={key} isMain={acts.give !== 'replace'}>
            {signOffWords[acts.give]}
          </SignLink>
        )}
        {acts.withdraw && <SignLink sign={`withdraw.${key}`}>{signOffWords.withdraw}</SignLink>}
      </div>
      <Became signOff={signOff} />
    </div>
  );
}

/** Who has taken it, while it is to be given. */
function HeldHere({ signOff: { key, title } }: { signOff: SignOff }) {
  const { reference, proposal } = useReview();
  const { id: proposalId, myTasks, holdings } = proposal;
  return (
    <div className={classes.small}>
      <HoldingAt
        work={`signOff:${key}`}
        what={`${title}, ${reference}`}
        {...{ proposalId, reference, myTasks, holdings }}
      />
    </div>
  );
}

function WhoMay({ whoMay }: Pick<SignOff, 'whoMay'>) {
  const { me } = useReview();
  if (whoMay.length === 0) return null;
  return (
    <p className={classes.small}>
      {signOffWords.may}{' '}
      {whoMay.map((person, index) => (
        <span key={person.id}>
          {index > 0 && ', '}
          {person.id === me ? signOffWords.you : <PersonRef person={person} />}
        </span>
      ))}
    </p>
  );
}

const Reasons = ({ whyNot }: Pick<SignOff, 'whyNot'>) => (
  <ul role="list">
    {whyNot.map(({ code, message }) => (
      <li key={code + message}>
        <Plain text={message} />
      </li>
    ))}
  </ul>
);

function KeepsFromMet({ blockers }: Pick<SignOff, 'blockers'>) {
  const { reference } = useReview();
  return (
    <Disclosure title={signOffWords.keepsFromMet(blockers.length)} level={4}>
      <Blockers blockers={blockers} reference={reference} />
    </Disclosure>
  );
}

/** How it stands: the state, on which revision, what was found by whom, and why. */
function Standing({ signOff }: { signOff: SignOff }) {
  const { names, me } = useReview();
  const { status, staleBecause, onRevision, finding, rationale, by, at } = signOff;
  const places = staleBecause.map(place => placeName(place, names));
  return (
    <>
      <StatusMark
        state={standingOf(status, finding)}
        detail={status === 'STALE' && places.length > 0 ? signOffWords.staleSince(places) : undefined}
      />
      {finding && by && at && (
        <p className={classes.small}>
          <StatusMark state={findings[finding]} />, <PersonRef person={by} />
          {by.id === me && ` (${signOffWords.you})`}, <DateText at={at} />
          {onRevision !== null && `, ${reviewWords.onRevision(onRevision)}`}
        </p>
      )}
      {rationale && <Quote words={rationale} />}
      <ChecklistShown checklist={signOff.checklist} names={names} level={4} />
    </>
  );
}

function Became({ signOff: { history } }: { signOff: SignOff }) {
  const { names } = useReview();
  if (history.length < 2) return null;
  return (
    <Disclosure title={signOffWords.history} level={4}>
      <ol role="list" className={classes.acts}>
        {history.map(({ at, status, finding, by, onRevision, staleBecause }) => (
          <li key={at + status} className={classes.small}>
            {finding ? findings[finding].word : signOffStates[status].word}, <PersonRef person={by} />,{' '}
            <DateText at={at} />, {reviewWords.onRevision(onRevision)}
            {staleBecause.length > 0 && `: ${staleBecause.map(place => placeName(place, names)).join(', ')}`}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

interface ToSign {
  /** What to do: a sign-off’s key, `withdraw.<key>` or `conflict`. */
  sign: string;
  isMain?: boolean;
  children: string;
}

/** An act has its address, so that it is still open after a fresh sign-in. */
const SignLink = ({ sign, isMain = false, children }: ToSign) => (
  <LinkButton
    from="/proposals/$reference/review"
    to="."
    search={(now: object) => ({ ...now, sign })}
    hash="act"
    kind={isMain ? 'main' : 'plain'}
  >
    {children}
  </LinkButton>
);
