// The concerns about a proposal, and one of them at a time; with the alternatives that partners proposed.
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { AllPages } from '../app/all-pages.js';
import { Loaded } from '../app/loaded.js';
import { useProposal } from '../app/proposal-frame.js';
import { Screen } from '../app/screen.js';
import { useSession } from '../app/session.js';
import { Button } from '../ui/button.js';
import { DateText } from '../ui/date-text.js';
import { EmptyState } from '../ui/empty-state.js';
import { Tag } from '../ui/filters.js';
import { PersonRef } from '../ui/person-ref.js';
import { Plain } from '../ui/plain.js';
import { Quote } from '../ui/quote.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { concernStates, severities } from '../words/states.js';
import { concernActs } from './concern-acts.js';
import { concernsQuery, type Concern, type ConcernsOf } from './concern.query.js';
import { ConcernThread } from './concern-thread.js';
import { namesOf } from './place-names.js';
import classes from './review.module.css';
import { ConcernForm } from './say-form.js';
import { concernWords, saidWords } from './concern.words.js';
import { useConcerns } from './use-concerns.js';

const route = getRouteApi('/shell/proposals/$reference/concerns/{-$id}');

export function ConcernsScreen() {
  const { id: proposalId } = useProposal();
  const { id } = route.useParams();
  const [query] = useQuery({ query: concernsQuery, variables: { id: proposalId } });
  const all = useConcerns(proposalId);
  return (
    <Loaded query={query}>
      {({ proposal, catalogue: { facts } }) =>
        proposal && (
          <Loaded query={all}>
            {raised =>
              id === undefined ? <All {...{ proposal, raised }} /> : <One {...{ proposal, raised, id, facts }} />
            }
          </Loaded>
        )
      }
    </Loaded>
  );
}

const mayIn = ({ availableCommands }: ConcernsOf, command: string): boolean =>
  availableCommands.some(each => each.command === command && each.allowed);

interface Shown {
  proposal: ConcernsOf;
  raised: AllPages<Concern>;
}

function All({ proposal, raised: { items: concerns, hasMore } }: Shown) {
  const { reference } = useProposal();
  const [isRaising, setRaising] = useState(false);
  const open = concerns.filter(({ status }) => status === 'OPEN').length;
  const raise = mayIn(proposal, 'raiseConcern') && !isRaising;
  return (
    <Screen
      title={concernWords.title}
      lead={concernWords.lead(open, concerns.length)}
      actions={
        raise && (
          <Button kind="main" onPress={() => setRaising(true)}>
            {concernWords.raise}
          </Button>
        )
      }
    >
      {isRaising && (
        <Section title={concernWords.raise}>
          <ConcernForm proposalId={proposal.id} reference={reference} onDone={() => setRaising(false)} />
        </Section>
      )}
      {concerns.length === 0 && <EmptyState title={concernWords.none}>{concernWords.noneNext}</EmptyState>}
      <ul role="list" className={classes.rows}>
        {concerns.map(concern => (
          <li key={concern.id}>
            <Row concern={concern} />
          </li>
        ))}
      </ul>
      {hasMore && <p>{concernWords.firstOnly(concerns.length)}</p>}
      <Alternatives proposal={proposal} />
    </Screen>
  );
}

const MOST = 120;
const headOf = ({ statement }: Concern): string =>
  statement.length <= MOST ? statement : `${statement.slice(0, MOST).replace(/\s+\S*$/, '')} …`;

function Row({ concern }: { concern: Concern }) {
  const { reference } = useProposal();
  return (
    <div className={classes.row}>
      <Link to="/proposals/$reference/concerns/{-$id}" params={{ reference, id: concern.id }}>
        <Plain text={headOf(concern)} />
      </Link>
      <p className={classes.line}>
        <StatusMark state={concernStates[concern.status]} />
        <Tag>{severities[concern.severity]}</Tag>
        <small>
          <PersonRef person={concern.raisedBy} />, <DateText at={concern.raisedAt} />
          {concern.audience === 'REVIEWERS' && `, ${saidWords.forReviewers.toLowerCase()}`}
        </small>
      </p>
    </div>
  );
}

interface ShownOne extends Shown {
  id: string;
  facts: { key: string; title: string }[];
}

function One({ proposal, raised, id, facts }: ShownOne) {
  const { reference } = useProposal();
  const { person, has } = useSession();
  const concern = raised.items.find(each => each.id === id);
  const viewer = {
    ...{ id: person.id, organisationId: person.organisation.id, isPartner: has('partner') },
    mayAnswer: mayIn(proposal, 'answerConcern'),
  };
  const names = namesOf({ questions: proposal.questions, facts, dossier: proposal.dossier });
  return (
    <Screen
      title={concern ? headOf(concern) : concernWords.title}
      over={
        <Link to="/proposals/$reference/concerns/{-$id}" params={{ reference, id: undefined }}>
          {concernWords.all}
        </Link>
      }
    >
      {concern ? (
        <ConcernThread key={id} acts={concernActs(concern, viewer)} {...{ concern, names, proposal }} />
      ) : (
        <EmptyState title={concernWords.notShown} />
      )}
    </Screen>
  );
}

/** What partners would do instead: in their words, with what the author said to it. */
function Alternatives({ proposal }: { proposal: ConcernsOf }) {
  const proposed = proposal.dossier.alternatives.filter(({ proposedByPartner }) => proposedByPartner);
  if (proposed.length === 0) return null;
  return (
    <Section title={concernWords.alternatives} id="alternatives">
      <ul role="list" className={classes.spokenList}>
        {proposed.map(({ id, description, note, rung, proposedBy, whyNot }) => (
          <li key={id} className={classes.spoken}>
            <Quote
              words={note ? `${description}\n\n${note}` : description}
              by={[proposedBy, concernWords.rung(rung)].filter(Boolean).join(', ')}
            />
            {whyNot ? (
              <Quote words={whyNot} by={concernWords.whyNot} />
            ) : (
              <p className={classes.missing}>{concernWords.noWhyNot}</p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
