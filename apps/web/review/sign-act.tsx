// The act that the address names: a sign-off to give, to give again on what changed, or to withdraw, or a conflict to declare.
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { SendRow } from '../app/send-row.js';
import { useCommand } from '../app/use-command.js';
import { Note } from '../ui/note.js';
import { Section } from '../ui/section.js';
import { TextArea } from '../ui/text-area.js';
import { changedPlaces, isWithin } from './changed-places.js';
import { useReview } from './review-context.js';
import classes from './review.module.css';
import { declareConflict, withdrawSignOff } from './review-acts.query.js';
import { revisionsQuery, type SignOff } from './review.query.js';
import { PlaceReview } from './reviewed-place.js';
import { SignOffForm } from './sign-off-form.js';
import { useDraft } from './use-draft.js';
import { signWords } from './words.js';

const route = getRouteApi('/shell/proposals/$reference/review');

export function SignAct() {
  const { sign } = route.useSearch();
  const { proposal } = useReview();
  const navigate = useNavigate({ from: '/proposals/$reference/review' });
  const { key, isWithdrawal } = actIn(sign);
  const signOff = proposal.signOffs.find(each => each.key === key);
  const back = () => {
    void navigate({ search: now => ({ ...now, sign: undefined }), resetScroll: false });
    document.getElementById(signOff ? `sign-off-${signOff.key}` : 'sign-offs')?.focus();
  };
  useEffect(() => {
    if (sign !== undefined) document.getElementById('act')?.focus();
  }, [sign]);
  if (sign === 'conflict') return <Conflict onDone={back} />;
  if (!signOff) return null;
  return isWithdrawal ? (
    <Withdrawal key={sign} signOff={signOff} onDone={back} />
  ) : (
    <Giving key={sign} signOff={signOff} onDone={back} />
  );
}

const actIn = (sign = '') => ({
  key: sign.replace(/^withdraw\./, ''),
  isWithdrawal: sign.startsWith('withdraw.'),
});

interface Acting {
  signOff: SignOff;
  onDone: () => void;
}

function Giving({ signOff, onDone }: Acting) {
  const { me } = useReview();
  const isAgain = isGivenAgain(signOff, me);
  return (
    <Section id="act" title={(isAgain ? signWords.again : signWords.give)(signOff.title)}>
      {isAgain && signOff.onRevision !== null && <ChangedSince signOff={signOff} since={signOff.onRevision} />}
      <SignOffForm signOff={signOff} onDone={onDone} />
    </Section>
  );
}

const isGivenAgain = ({ status, by }: SignOff, me: string): boolean => status === 'STALE' && by?.id === me;

/** Giving again shows all that there is to look at: the rest of the review would say it twice. */
export function useIsGivingAgain(): boolean {
  const { sign } = route.useSearch();
  const { proposal, me } = useReview();
  return proposal.signOffs.some(each => each.key === sign && isGivenAgain(each, me));
}

/** Of what it rests on, what differs from what was signed: all that there is to look at again. */
function ChangedSince({ signOff, since }: { signOff: SignOff; since: number }) {
  const { proposal } = useReview();
  const { id, revision } = proposal;
  const [query] = useQuery({ query: revisionsQuery, variables: { id, since, until: revision } });
  return (
    <Loaded query={query}>
      {({ proposal: both }) => {
        const changed = both?.before && both.after ? changedPlaces(both.before, both.after) : [];
        const places = changed.filter(({ place }) => isWithin(place, signOff.staleBecause));
        return (
          <div className={classes.form}>
            <p>{signWords.changedSince(since)}:</p>
            {places.length === 0 && <Note>{signWords.nothingLeft}</Note>}
            {places.map(each => (
              <PlaceReview key={each.place} reviewed={each} />
            ))}
            <p>{signWords.asBefore}</p>
          </div>
        );
      }}
    </Loaded>
  );
}

function Withdrawal({ signOff, onDone }: Acting) {
  const { proposal } = useReview();
  const { id: proposalId, version: expectedVersion } = proposal;
  const send = useCommand(withdrawSignOff);
  return (
    <Section id="act" title={signWords.withdrawTitle(signOff.title)}>
      <p>{signWords.withdrawNote}</p>
      <ReasonForm
        draft={`withdraw:${proposalId}:${signOff.key}`}
        label={signWords.withdraw}
        send={send}
        onSend={reason => send.run({ proposalId, expectedVersion, signOff: signOff.key, reason })}
        onDone={onDone}
      />
    </Section>
  );
}

function Conflict({ onDone }: { onDone: () => void }) {
  const { proposal } = useReview();
  const send = useCommand(declareConflict);
  return (
    <Section id="act" title={signWords.conflictTitle}>
      <p>{signWords.conflictNote}</p>
      <ReasonForm
        draft={`conflict:${proposal.id}`}
        label={signWords.declare}
        send={send}
        onSend={reason => send.run({ proposalId: proposal.id, reason })}
        onDone={onDone}
      />
    </Section>
  );
}

interface Reasoned {
  draft: string;
  label: string;
  send: Pick<ReturnType<typeof useCommand>, 'state' | 'problem'>;
  onSend: (reason: string) => Promise<unknown>;
  onDone: () => void;
}

function ReasonForm({ draft, label, send, onSend, onDone }: Reasoned) {
  const { reference } = useReview();
  const { value, change, clear } = useDraft(draft, { reason: '' });
  const [isTried, setTried] = useState(false);
  const isMissing = value.reason.trim() === '';
  const submit = async () => {
    setTried(true);
    if (isMissing) return;
    if (!(await onSend(value.reason))) return;
    clear();
    onDone();
  };
  return (
    <div className={classes.form}>
      <TextArea
        label={signWords.reason}
        value={value.reason}
        onChange={reason => change({ reason })}
        error={isTried && isMissing ? signWords.rationaleMissing : undefined}
      />
      <SendRow command={send} kind="final" {...{ label, reference }} onSend={submit} onCancel={onDone} />
    </div>
  );
}
