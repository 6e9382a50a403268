// A page of the list: as it is now, or as it stood at the end of a day.
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { dayText } from '../ui/dates.js';
import { EmptyState } from '../ui/empty-state.js';
import { Note } from '../ui/note.js';
import { Pager } from '../ui/pager.js';
import { filterOf, momentOf, ofItsDay, sortOf } from './proposal-filter.js';
import { ProposalTable } from './proposal-table.js';
import { portfolioQuery, proposalsQuery } from './proposals.query.js';
import type { ProposalsSearch } from './proposals.search.js';
import { listWords } from './proposals.words.js';
import { addressOf } from './saved-views.js';
import { useProposalsSearch } from './use-proposals-search.js';

export function ProposalList() {
  const { search } = useProposalsSearch();
  return search.on ? <Past search={search} day={search.on} /> : <Present search={search} />;
}

function Present({ search }: { search: ProposalsSearch }) {
  const variables = { filter: filterOf(search), sort: sortOf(search), after: search.after };
  const [query] = useQuery({ query: proposalsQuery, variables });
  return (
    <Loaded query={query}>
      {({ proposals: { edges, pageInfo, totalCount } }) =>
        edges.length === 0 ? (
          <Nothing />
        ) : (
          <>
            <ProposalTable rows={edges.map(({ node }) => node)} />
            <Pages shown={listWords.shown(edges.length, totalCount)} next={pageInfo} />
          </>
        )
      }
    </Loaded>
  );
}

function Past({ search, day }: { search: ProposalsSearch; day: string }) {
  const variables = { at: momentOf(day), filter: ofItsDay(search), after: search.after };
  const [query] = useQuery({ query: portfolioQuery, variables });
  return (
    <>
      <Note tone="stale">
        <p>{listWords.past(dayText(new Date(day)))}</p>
        {asksMore(search) && <p>{listWords.pastWithout}</p>}
      </Note>
      <Loaded query={query}>
        {({ portfolioAsOf: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <Nothing />
          ) : (
            <>
              <ProposalTable rows={edges.map(({ node }) => node)} isPast />
              <Pages shown={listWords.found(null, edges.length)} next={pageInfo} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

/** Something that the past cannot be asked. */
const asksMore = (search: ProposalsSearch): boolean =>
  Object.keys(filterOf(search)).length > Object.keys(ofItsDay(search)).length;

interface Pageable {
  shown: string;
  next: { hasNextPage: boolean; endCursor: string | null };
}

function Pages({ shown, next: { hasNextPage, endCursor } }: Pageable) {
  const { search, change } = useProposalsSearch();
  return (
    <Pager
      shown={shown}
      onFirst={search.after ? () => change({}) : undefined}
      onNext={hasNextPage ? () => change({ after: endCursor ?? undefined }) : undefined}
    />
  );
}

function Nothing() {
  const { search } = useProposalsSearch();
  const isFiltered = addressOf({ ...search, sort: undefined }) !== '';
  return (
    <EmptyState title={isFiltered ? listWords.none : listWords.noneYet}>
      <p>{isFiltered ? listWords.noneHelp : listWords.noneYetHelp}</p>
    </EmptyState>
  );
}
