// To say something at a place: a comment, or a concern. Who will read it is said before anything is written.
import { useState } from 'react';
import { SendRow } from '../app/send-row.js';
import { useSession } from '../app/session.js';
import { useCommand } from '../app/use-command.js';
import type { Of } from '../gql/graphql.js';
import { CommentField, emptyComment, mentionsIn } from '../comment/comment-field.js';
import { RadioGroup } from '../ui/choice.js';
import { TextArea } from '../ui/text-area.js';
import { severities } from '../words/states.js';
import { raiseConcern } from './concern.query.js';
import { makeComment } from './review-acts.query.js';
import classes from './review.module.css';
import { useDraft } from './use-draft.js';
import { saidWords } from './concern.words.js';

export interface Saying {
  proposalId: string;
  reference: string;
  /** Undefined for the proposal as a whole. */
  place?: string;
  onDone: () => void;
}

const about = (place: string | undefined): string[] => (place === undefined ? [] : [place]);

const audienceFor = (isPartner: boolean): Of<'CommentAudience'> => (isPartner ? 'PARTNERS' : 'INTERNAL');

export function CommentForm({ proposalId, reference, place, onDone }: Saying) {
  const isPartner = useSession().has('partner');
  const send = useCommand(makeComment);
  const initial = { ...emptyComment, audience: audienceFor(isPartner) };
  const { value, change, clear } = useDraft(`comment:${proposalId}:${place ?? ''}`, initial);
  const [isTried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (value.body.trim() === '') return;
    const { body, audience } = value;
    const said = { about: about(place), body, audience, mentions: mentionsIn(value) };
    if (!(await send.run({ proposalId, ...said }))) return;
    clear();
    onDone();
  };
  return (
    <div className={classes.form}>
      {isPartner ? (
        <p>{saidWords.partnerNote}</p>
      ) : (
        <RadioGroup
          label={saidWords.whoReads}
          value={value.audience}
          onChange={audience => change({ audience })}
          options={commentAudiences}
        />
      )}
      <CommentField
        label={saidWords.body}
        value={value}
        onChange={change}
        mentioning={{ proposalId, audience: value.audience }}
        error={isTried && value.body.trim() === '' ? saidWords.bodyMissing : undefined}
      />
      <SendRow command={send} label={saidWords.sendComment} reference={reference} onSend={submit} onCancel={onDone} />
    </div>
  );
}

const commentAudiences = [
  { value: 'INTERNAL', label: saidWords.internal, description: saidWords.internalNote },
  { value: 'PARTNERS', label: saidWords.partners, description: saidWords.partnersNote },
] as const;

interface ConcernDraft {
  statement: string;
  severity: Of<'ConcernSeverity'> | null;
  audience: Of<'ConcernAudience'>;
}

const noConcern: ConcernDraft = { statement: '', severity: null, audience: 'PARTIES' };

export function ConcernForm({ proposalId, reference, place, onDone }: Saying) {
  const send = useCommand(raiseConcern);
  const { value, change, clear } = useDraft(`concern:${proposalId}:${place ?? ''}`, noConcern);
  const [isTried, setTried] = useState(false);
  const { severity, statement } = value;
  const submit = async () => {
    setTried(true);
    if (statement.trim() === '' || severity === null) return;
    if (!(await send.run({ proposalId, about: about(place), ...value, severity }))) return;
    clear();
    onDone();
  };
  return (
    <div className={classes.form}>
      <ConcernFields value={value} change={change} isTried={isTried} />
      <p>{saidWords.willHold}</p>
      <SendRow command={send} label={saidWords.sendConcern} reference={reference} onSend={submit} onCancel={onDone} />
    </div>
  );
}

interface Fields {
  value: ConcernDraft;
  change: (part: Partial<ConcernDraft>) => void;
  isTried: boolean;
}

const ConcernFields = ({ value: { statement, severity, audience }, change, isTried }: Fields) => (
  <>
    <RadioGroup
      label={saidWords.whoReads}
      value={audience}
      onChange={chosen => change({ audience: chosen })}
      options={concernAudiences}
    />
    <TextArea
      label={saidWords.statement}
      description={saidWords.statementHint}
      value={statement}
      onChange={words => change({ statement: words })}
      error={isTried && statement.trim() === '' ? saidWords.statementMissing : undefined}
    />
    <RadioGroup
      label={saidWords.severity}
      value={severity}
      onChange={chosen => change({ severity: chosen })}
      options={weights}
      error={isTried && severity === null ? saidWords.severityMissing : undefined}
    />
  </>
);

const concernAudiences = [
  { value: 'PARTIES', label: saidWords.parties, description: saidWords.partiesNote },
  { value: 'REVIEWERS', label: saidWords.reviewers, description: saidWords.reviewersNote },
] as const;

const weights = [
  { value: 'MINOR', label: severities.MINOR, description: saidWords.minor },
  { value: 'MODERATE', label: severities.MODERATE, description: saidWords.moderate },
  { value: 'SUBSTANTIAL', label: severities.SUBSTANTIAL, description: saidWords.substantial },
] as const;
