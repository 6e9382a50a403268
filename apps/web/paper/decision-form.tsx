// The decision being made: the outcome with what is in its way, the reasons, and in words what will happen before the button.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Blockers } from '../app/problem-note.js';
import { useProposal } from '../app/proposal-frame.js';
import { SendRow } from '../app/send-row.js';
import { useCommand } from '../app/use-command.js';
import { RadioGroup } from '../ui/choice.js';
import { Note } from '../ui/note.js';
import { Section } from '../ui/section.js';
import { outcomes } from '../words/states.js';
import classes from '../review/review.module.css';
import { useDraft } from '../review/use-draft.js';
import { recordDecision, type Decided } from './decide.query.js';
import { outcomeChoices, type Outcome } from './decide.search.js';
import { decideWords } from './decide.words.js';
import { decisionFaults, decisionInput, emptyDecision, isApproval, isFlawless, mustBeNamed } from './decision-draft.js';
import { DecisionFields, type Fields } from './decision-fields.js';
import { NotMet } from './not-met.js';

interface Deciding {
  proposal: Decided;
  intended?: Outcome;
}

export function DecisionForm({ proposal, intended }: Deciding) {
  const { reference } = useProposal();
  const navigate = useNavigate({ from: '/proposals/$reference/decide' });
  const send = useCommand(recordDecision);
  const { value, change, clear } = useDraft(`decision:${proposal.id}`, emptyDecision);
  const [isTried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (!intended || !isFlawless(decisionFaults(intended, value, proposal))) return;
    const on = { proposalId: proposal.id, expectedVersion: proposal.version };
    if (!(await send.run({ ...on, ...decisionInput(intended, value, proposal) }))) return;
    clear();
    void navigate({ to: '/proposals/$reference/paper' });
  };
  return (
    <Section id="decision" title={decideWords.decision}>
      <div className={classes.form}>
        <RadioGroup
          label={decideWords.outcome}
          value={intended ?? null}
          onChange={outcome => void navigate({ search: { outcome }, replace: true, resetScroll: false })}
          options={choices}
          error={isTried && !intended ? decideWords.outcomeMissing : undefined}
        />
        {(!intended || isApproval(intended)) && <NotMet signOffs={proposal.signOffs} />}
        {intended && <Intended {...{ proposal, value, change, isTried }} outcome={intended} />}
        <SendRow
          command={send}
          kind="final"
          label={intended ? decideWords.record(outcomes[intended].word) : decideWords.recordIt}
          reference={reference}
          onSend={submit}
        />
      </div>
    </Section>
  );
}

/** All that goes with an outcome: what is in its way, what it has to say, what comes of it. */
const Intended = ({ proposal, outcome, ...fields }: Omit<Fields, 'faults'>) => (
  <>
    <InTheWay proposal={proposal} outcome={outcome} />
    <DecisionFields {...fields} {...{ proposal, outcome }} faults={decisionFaults(outcome, fields.value, proposal)} />
    <WillHappen revision={proposal.revision} outcome={outcome} isOverruling={mustBeNamed(proposal).length > 0} />
  </>
);

const about: Record<Outcome, string> = {
  APPROVED: decideWords.approved,
  APPROVED_WITH_CONDITIONS: decideWords.withConditions,
  RETURNED: decideWords.returned,
  DECLINED: decideWords.declined,
  REDIRECTED: decideWords.redirected,
};

const choices = outcomeChoices.map(value => ({ value, label: outcomes[value].word, description: about[value] }));

/** What the chart of the proposal says is in the way of this outcome, before anybody has tried. */
function InTheWay({ proposal: { progress, state }, outcome }: { proposal: Decided; outcome: Outcome }) {
  const { reference } = useProposal();
  const edge = progress.edges.find(({ from, event }) => from === state && event === `RecordDecision.${outcome}`);
  // An approval begins where the review is ready: until then, what keeps it from being so is in the way.
  const ready = progress.edges.find(({ from, to }) => from === state && to === 'AWAITING_DECISION');
  const blockers = (edge ?? ready)?.blockers ?? [];
  if (blockers.length === 0) return null;
  return (
    <Note tone="blocked" title={decideWords.inTheWay}>
      <Blockers blockers={blockers} reference={reference} />
    </Note>
  );
}

const then: Record<Outcome, string> = {
  APPROVED: decideWords.approvedThen,
  APPROVED_WITH_CONDITIONS: decideWords.withConditionsThen,
  RETURNED: decideWords.returnedThen,
  DECLINED: decideWords.declinedThen,
  REDIRECTED: decideWords.redirectedThen,
};

interface Foreseen {
  revision: number;
  outcome: Outcome;
  isOverruling: boolean;
}

const WillHappen = ({ revision, outcome, isOverruling }: Foreseen) => (
  <div>
    <h3>{decideWords.willHappen}</h3>
    <ul>
      <li>{decideWords.onRevision(revision)}</li>
      <li>{then[outcome]}</li>
      {isApproval(outcome) && isOverruling && <li>{decideWords.overruledThen}</li>}
      <li>{decideWords.told}</li>
      <li>{decideWords.signed}</li>
    </ul>
  </div>
);
