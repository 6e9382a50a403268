// The decision: what stands for it and against it on one page, then the outcome with its reasons.
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { Blockers } from '../app/problem-note.js';
import { useProposal } from '../app/proposal-frame.js';
import { Screen } from '../app/screen.js';
import { DateText } from '../ui/date-text.js';
import { LinkButton } from '../ui/link-button.js';
import { Note } from '../ui/note.js';
import { PersonRef } from '../ui/person-ref.js';
import { Quote } from '../ui/quote.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { concernWords } from '../review/concern.words.js';
import { useConcerns } from '../review/use-concerns.js';
import { outcomes } from '../words/states.js';
import { decideQuery, type Decided } from './decide.query.js';
import type { Outcome } from './decide.search.js';
import { decideWords } from './decide.words.js';
import { DecisionForm } from './decision-form.js';
import { WhatStands } from './what-stands.js';

const route = getRouteApi('/shell/proposals/$reference/decide');

export function DecideScreen() {
  const { id, reference } = useProposal();
  const { outcome } = route.useSearch();
  const [query] = useQuery({ query: decideQuery, variables: { id } });
  const concerns = useConcerns(id);
  return (
    <Screen
      title={decideWords.title}
      lead={decideWords.lead}
      actions={
        <LinkButton to="/proposals/$reference/review" params={{ reference }}>
          {decideWords.back}
        </LinkButton>
      }
    >
      <Loaded query={query}>
        {({ proposal, catalogue }) =>
          proposal && (
            <Loaded query={concerns}>
              {({ items, hasMore }) => (
                <>
                  {hasMore && <Note tone="blocked">{concernWords.firstOnly(items.length)}</Note>}
                  <Deciding proposal={{ ...proposal, concerns: items }} facts={catalogue.facts} intended={outcome} />
                </>
              )}
            </Loaded>
          )
        }
      </Loaded>
    </Screen>
  );
}

const Deciding = ({ proposal, facts, intended }: Acting & Pick<Parameters<typeof WhatStands>[0], 'facts'>) => (
  <>
    <Earlier proposal={proposal} />
    <WhatStands proposal={proposal} facts={facts} />
    <Act proposal={proposal} intended={intended} />
  </>
);

/** A decision that there is already: the last, or the one that returned it. */
function Earlier({ proposal: { decision } }: { proposal: Decided }) {
  const { reference } = useProposal();
  if (!decision) return null;
  return (
    <Section title={decideWords.decided}>
      <StatusMark state={outcomes[decision.outcome]} />
      <Quote
        words={decision.reasons}
        by={
          <>
            <PersonRef person={decision.by} />, <DateText at={decision.at} isRelative />
          </>
        }
      />
      <p>
        <Link to="/proposals/$reference/paper" params={{ reference }}>
          {decideWords.paper}
        </Link>
      </p>
    </Section>
  );
}

interface Acting {
  proposal: Decided;
  intended?: Outcome;
}

function Act({ proposal, intended }: Acting) {
  const { reference } = useProposal();
  const command = proposal.availableCommands.find(each => each.command === 'recordDecision');
  if (command?.allowed) return <DecisionForm {...{ proposal, intended }} />;
  if (proposal.decision && proposal.state !== 'RETURNED' && proposal.state !== 'IN_REVIEW') return null;
  return (
    <Section title={decideWords.decision}>
      <Note tone="blocked" title={decideWords.notYours}>
        <Blockers blockers={command?.blockers ?? []} reference={reference} />
      </Note>
    </Section>
  );
}
