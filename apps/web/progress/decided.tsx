// The decision at a glance, in the decider’s own words, with the way to the paper.
import { Link } from '@tanstack/react-router';
import { useProposal } from '../app/proposal-frame.js';
import { useSession } from '../app/session.js';
import { DateText } from '../ui/date-text.js';
import { PersonRef } from '../ui/person-ref.js';
import { Quote } from '../ui/quote.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { outcomes } from '../words/states.js';
import type { Seen } from './progress.query.js';
import { progressWords } from './progress.words.js';

interface Shown {
  decision: NonNullable<Seen['decision']>;
  state: Seen['state'];
}

export function Decided({ decision, state }: Shown) {
  const { reference } = useProposal();
  const isPartner = useSession().has('partner');
  const { outcome, onRevision, at, by, reasons } = decision;
  // What was returned and submitted again is on its way to another decision.
  const isPast = outcome === 'RETURNED' && state !== 'RETURNED';
  return (
    <Section
      title={isPast ? progressWords.lastDecision : progressWords.decision}
      actions={
        !isPartner && (
          <Link to="/proposals/$reference/paper" params={{ reference }}>
            {progressWords.toPaper}
          </Link>
        )
      }
    >
      <p>
        <StatusMark state={outcomes[outcome]} detail={progressWords.onRevision(onRevision)} />
      </p>
      <Quote
        words={reasons}
        by={
          <>
            <PersonRef person={by} />, <DateText at={at} />
          </>
        }
      />
    </Section>
  );
}
