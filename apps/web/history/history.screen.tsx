// The decision history: every act, filtered, as of any day, and as a file.
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { Screen } from '../app/screen.js';
import { appWords } from '../app/words.js';
import { EmptyState } from '../ui/empty-state.js';
import { FileLink } from '../ui/file-link.js';
import { PortfolioAsOf } from './as-of.js';
import { AsOfField, HistoryView } from './history-view.js';
import { proposalIdQuery } from './history.query.js';
import { csvOf, type HistorySearch } from './history.search.js';
import { historyWords as words } from './history.words.js';

export function HistoryScreen() {
  const search = getRouteApi('/shell/history').useSearch();
  const { proposal: reference } = search;
  return reference === undefined ? <Filtered search={search} /> : <OfReference search={search} reference={reference} />;
}

/** The address has what people call a proposal, the API wants its id. */
function OfReference({ search, reference }: { search: HistorySearch; reference: string }) {
  const [query] = useQuery({ query: proposalIdQuery, variables: { reference } });
  return (
    <Loaded query={query} isScreen>
      {({ proposalByReference: found }) => <Filtered search={search} proposalId={found?.id} isUnknown={!found} />}
    </Loaded>
  );
}

interface FilteredProps {
  search: HistorySearch;
  proposalId?: string | undefined;
  isUnknown?: boolean;
}

function Filtered({ search, proposalId, isUnknown = false }: FilteredProps) {
  const navigate = useNavigate();
  const onSearch = (next: HistorySearch) => void navigate({ to: '/history', search: next });
  return (
    <Screen
      title={words.title}
      lead={words.lead}
      actions={
        <>
          <AsOfField search={search} onSearch={onSearch} />
          <FileLink href={csvOf(search, proposalId)}>{appWords.csv}</FileLink>
        </>
      }
    >
      {search.asOf && <PortfolioAsOf day={search.asOf} />}
      {/* An id that is nobody’s, so that an unknown proposal has no entries, and the filters stay. */}
      {isUnknown && <EmptyState title={words.unknownProposal(search.proposal ?? '')} />}
      <HistoryView isOfMany {...{ search, onSearch }} proposalId={isUnknown ? NOBODY : proposalId} />
    </Screen>
  );
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
