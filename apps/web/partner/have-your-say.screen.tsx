// “Have your say”: what a partner was asked about, in plain words; what they say, in theirs. Only what is shared with them is asked for.
import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useFollowed } from '../app/live-followed.js';
import { Loaded } from '../app/loaded.js';
import { NothingPage } from '../app/pages.js';
import { Screen } from '../app/screen.js';
import { useSession } from '../app/session.js';
import { DateText } from '../ui/date-text.js';
import { LinkButton } from '../ui/link-button.js';
import { Note } from '../ui/note.js';
import { Plain } from '../ui/plain.js';
import { StatusMark } from '../ui/status-mark.js';
import { proposalStates } from '../words/states.js';
import { AlternativesShown } from './alternatives-shown.js';
import { Comments } from './comments.js';
import { Concerns } from './concerns.js';
import { DecisionShown } from './decision-shown.js';
import { PlanShown } from './plan-shown.js';
import { Receipts } from './receipts.js';
import { sayQuery, type Asked } from './say.query.js';
import { sayWords } from './say.words.js';
import classes from './say.module.css';
import { SayForms } from './say-forms.js';

export function HaveYourSayScreen() {
  const { reference } = getRouteApi('/shell/say/$reference').useParams();
  const [query] = useQuery({ query: sayQuery, variables: { reference } });
  return (
    <Loaded query={query} isScreen>
      {({ proposalByReference: asked }) => (asked ? <Say asked={asked} /> : <NothingPage />)}
    </Loaded>
  );
}

function Say({ asked }: { asked: Asked }) {
  useFollowed(asked.id);
  return (
    <Screen
      title={sayWords.title}
      over={`${asked.reference}, ${asked.leadOrganisation.name}`}
      lead={useLead(asked)}
      actions={<ToForms asked={asked} />}
    >
      <div className={classes.plan}>
        <p className={classes.title}>
          <Plain text={asked.title} />
        </p>
        <p>
          <StatusMark state={proposalStates[asked.state]} />
        </p>
        <ByWhen sayBy={asked.sayBy} />
      </div>
      {asked.decision && <DecisionShown decision={asked.decision} />}
      <PlanShown asked={asked} />
      <AlternativesShown alternatives={asked.dossier.alternatives} />
      <Concerns asked={asked} />
      <SayForms asked={asked} />
      <Comments asked={asked} />
      <Receipts proposalId={asked.id} />
    </Screen>
  );
}

/** The plan comes first on the page; whoever knows it goes on to the forms. */
function ToForms({ asked: { reference, availableCommands } }: { asked: Asked }) {
  const maySay = availableCommands.some(({ command, allowed }) => command === 'raiseConcern' && allowed);
  if (!maySay) return null;
  return (
    <LinkButton kind="main" to="/say/$reference" params={{ reference }} hash="say">
      {sayWords.toForms}
    </LinkButton>
  );
}

function useLead({ leadOrganisation, decision }: Asked): string {
  const isPartner = useSession().has('partner');
  if (!isPartner) return sayWords.leadReader;
  return decision && decision.outcome !== 'RETURNED' ? sayWords.leadClosed : sayWords.lead(leadOrganisation.name);
}

function ByWhen({ sayBy }: Pick<Asked, 'sayBy'>) {
  if (sayBy === null) return <p className={classes.soft}>{sayWords.byNone}</p>;
  return (
    <Note tone="waiting">
      <p>
        {sayWords.by}{' '}
        <strong>
          <DateText at={sayBy} isRelative />
        </strong>
        . {sayWords.afterwards}
      </p>
      <p>{sayWords.whoReads}</p>
    </Note>
  );
}
