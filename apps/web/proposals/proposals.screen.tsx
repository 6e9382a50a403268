// The proposals that the viewer may read, with filters in the address.
import { useQuery } from 'urql';
import { Screen } from '../app/screen.js';
import { useSession } from '../app/session.js';
import { appWords } from '../app/words.js';
import { FileLink } from '../ui/file-link.js';
import { Filters } from '../ui/filters.js';
import { LinkButton } from '../ui/link-button.js';
import { chipsOf } from './chips.js';
import { Finding } from './finding.js';
import { csvAddress } from './proposal-filter.js';
import { ProposalList } from './proposal-list.js';
import { organisationsQuery } from './proposals.query.js';
import { listWords } from './proposals.words.js';
import { SaveView } from './save-view.js';
import { useProposalsSearch } from './use-proposals-search.js';
import { Views } from './views.js';

export const ProposalsScreen = () => (
  <Screen title={listWords.title} actions={<Actions />}>
    <Views />
    <Finding />
    <Chips />
    <ProposalList />
  </Screen>
);

function Actions() {
  const { search } = useProposalsSearch();
  const { has } = useSession();
  return (
    <>
      <SaveView />
      {!search.on && <FileLink href={csvAddress(search)}>{appWords.csv}</FileLink>}
      {has('analyst') && (
        <LinkButton kind="main" to="/proposals/new">
          {listWords.begin}
        </LinkButton>
      )}
    </>
  );
}

function Chips() {
  const { search, go } = useProposalsSearch();
  const [{ data }] = useQuery({ query: organisationsQuery, pause: search.organisation === undefined });
  const nameOf = (id: string): string => data?.organisations.find(each => each.id === id)?.name ?? '…';
  const chips = chipsOf(search, nameOf).map(({ without, ...chip }) => ({ ...chip, onRemove: () => go(without) }));
  return <Filters chips={chips} onClear={() => go({ sort: search.sort })} />;
}
