// Submitting: what changed, which sign-offs stay and which fall, what is missing; then the act itself.
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { NothingPage } from '../app/pages.js';
import { Blockers } from '../app/problem-note.js';
import { useProposal } from '../app/proposal-frame.js';
import { Screen } from '../app/screen.js';
import { useSession } from '../app/session.js';
import type { ResultOf } from '../gql/graphql.js';
import { LinkButton } from '../ui/link-button.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { Otherwise } from './otherwise.js';
import { SubmitAct } from './submit-act.js';
import { Changes } from './submit-changes-shown.js';
import { Checks } from './submit-checks.js';
import { submissionOf } from './submission.js';
import { submitQuery, type Submitting } from './submit.query.js';
import { SignOffsShown } from './submit-sign-offs.js';
import { submitWords } from './submit.words.js';

type Data = ResultOf<typeof submitQuery>;

export function SubmitScreen() {
  const { id } = useProposal();
  const { person } = useSession();
  const [query] = useQuery({ query: submitQuery, variables: { id, organisationId: person.organisation.id } });
  return (
    <Loaded query={query} isScreen>
      {data => (data.proposal ? <Known data={data} proposal={data.proposal} /> : <NothingPage />)}
    </Loaded>
  );
}

interface Shown {
  data: Data;
  proposal: Submitting;
}

function Known({ data, proposal }: Shown) {
  const isOffered = submissionOf(proposal.availableCommands) !== 'no';
  return (
    <Screen
      title={isOffered ? submitWords.title : submitWords.otherwiseTitle}
      lead={isOffered ? submitWords.lead(proposal.revision) : submitWords.otherwiseLead}
      actions={<Back />}
    >
      {isOffered && <Submission {...{ data, proposal }} />}
      <Otherwise {...{ proposal }} people={data.people.edges.map(({ node }) => node)} />
    </Screen>
  );
}

const Back = () => {
  const { reference } = useProposal();
  return (
    <LinkButton to="/proposals/$reference/dossier/{-$section}" params={{ reference }}>
      {submitWords.back}
    </LinkButton>
  );
};

function Submission({ data, proposal }: Shown) {
  const { reference } = useProposal();
  const last = data.decisionHistory.edges[0]?.node;
  const command = proposal.availableCommands.find(each => each.command === 'submitProposal');
  const labels = { questions: proposal.questions, facts: data.catalogue.facts };
  return (
    <>
      <Section title={submitWords.changed}>
        <Changes {...{ proposal, labels }} since={last?.revision ?? undefined} />
      </Section>
      <Section title={submitWords.signOffs}>
        <SignOffsShown {...{ proposal, labels }} />
      </Section>
      <Section title={submitWords.unmade} id="missing">
        <Missing blockers={command?.blockers ?? []} reference={reference} />
      </Section>
      <Checks {...{ proposal, labels }} />
      <SubmitAct {...{ proposal, reference }} />
    </>
  );
}

type Blocker = Submitting['availableCommands'][number]['blockers'][number];

function Missing({ blockers, reference }: { blockers: readonly Blocker[]; reference: string }) {
  if (blockers.length === 0) return <StatusMark state={{ tone: 'settled', word: submitWords.nothingMissing }} />;
  return (
    <>
      <StatusMark state={{ tone: 'blocked', word: submitWords.missing(blockers.length) }} />
      <Blockers {...{ blockers, reference }} />
    </>
  );
}
