// The dossier, section by section, to read and to write; with `?print=1` all of it, to print.
import { getRouteApi, useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { NothingPage } from '../app/pages.js';
import { useProposal } from '../app/proposal-frame.js';
import { ProgressLine } from '../ui/progress-line.js';
import { appWords } from '../app/words.js';
import { DossierPrint } from './dossier-print.js';
import { dossierQuery, type DossierAnswer } from './dossier.query.js';
import { EditingContext, type Editing } from './editing.js';
import { leavesOf } from './leaves.js';
import { sectionAt } from './sections.js';
import { SectionScreen } from './section-screen.js';
import { useKeeper } from './use-keeper.js';

export function DossierScreen() {
  const { id } = useProposal();
  const [query] = useQuery({ query: dossierQuery, variables: { id } });
  return (
    <Loaded query={query} isScreen>
      {data => <Known data={data} />}
    </Loaded>
  );
}

const Known = ({ data }: { data: DossierAnswer }) =>
  data.proposal ? <Opened proposal={data.proposal} catalogue={data.catalogue} /> : <NothingPage />;

const route = getRouteApi('/shell/proposals/$reference/dossier/{-$section}');

function Opened({ proposal, catalogue }: Pick<Editing, 'proposal' | 'catalogue'>) {
  const { reference } = useProposal();
  const { section } = route.useParams();
  const isPrint = route.useSearch().print === '1';
  const hash = useRouterState({ select: ({ location }) => location.hash });
  const mayWrite = proposal.availableCommands.some(({ command, allowed }) => command === 'reviseProposal' && allowed);
  const isWriting = mayWrite && !isPrint;
  const keeper = useKeeper(proposal, isWriting);
  const leaves = useMemo(() => leavesOf(proposal.title, proposal.dossier), [proposal]);
  if (isWriting && !keeper) return <ProgressLine label={appWords.loading} />;
  const editing: Editing = { reference, proposal, catalogue, questions: proposal.questions, keeper, leaves };
  return (
    <EditingContext value={editing}>
      {isPrint ? <DossierPrint /> : <SectionScreen section={sectionAt(section, hash)} hash={hash} />}
    </EditingContext>
  );
}
