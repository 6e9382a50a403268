// The history as both its screens have it: filters, the day to look back to, the entries, the pages and the file.
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import type { ResultOf } from '../gql/graphql.js';
import { DateFilter } from '../ui/date-filter.js';
import { EmptyState } from '../ui/empty-state.js';
import { Button } from '../ui/button.js';
import { Pager } from '../ui/pager.js';
import { EntryList } from './entry-list.js';
import type { Choices } from './filter-chips.js';
import { HistoryFilters } from './history-filters.js';
import classes from './history.module.css';
import { choicesQuery, historyQuery } from './history.query.js';
import { filterOf, orderOf, type HistorySearch } from './history.search.js';
import { historyWords as words } from './history.words.js';

interface HistoryViewProps {
  search: HistorySearch;
  onSearch: (search: HistorySearch) => void;
  /** Of this proposal alone. */
  proposalId?: string | undefined;
  isOfMany: boolean;
}

export function HistoryView({ search, onSearch, proposalId, isOfMany }: HistoryViewProps) {
  const { after, asOf, ...filters } = search;
  const [choices] = useQuery({ query: choicesQuery });
  const variables = { filter: filterOf(filters, proposalId), order: orderOf(search), after };
  const [query] = useQuery({ query: historyQuery, variables });
  const change = (changed: Partial<HistorySearch>) => onSearch({ ...filters, asOf, ...changed });
  return (
    <>
      <HistoryFilters
        {...{ search, isOfMany }}
        choices={choicesIn(choices.data)}
        onChange={change}
        onClear={() => onSearch({ asOf })}
      />
      <Loaded query={query}>
        {({ decisionHistory: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <EmptyState title={words.nothing} />
          ) : (
            <>
              <EntryList entries={edges.map(({ node }) => node)} areOfMany={isOfMany} />
              <Pager
                shown={words.shown(edges.length)}
                onFirst={after === undefined ? undefined : () => change({})}
                onNext={
                  pageInfo.hasNextPage
                    ? () => onSearch({ ...search, after: pageInfo.endCursor ?? undefined })
                    : undefined
                }
              />
            </>
          )
        }
      </Loaded>
    </>
  );
}

export const AsOfField = ({ search, onSearch }: Pick<HistoryViewProps, 'search' | 'onSearch'>) => (
  <div className={classes.asOf}>
    <DateFilter label={words.asOf} value={search.asOf} onChange={asOf => onSearch({ ...search, asOf })} />
    {search.asOf && (
      <Button kind="quiet" onPress={() => onSearch({ ...search, asOf: undefined })}>
        {words.backToNow}
      </Button>
    )}
  </div>
);

function choicesIn(data: ResultOf<typeof choicesQuery> | undefined): Choices {
  return {
    people: (data?.people.edges ?? []).map(({ node: { id, displayName, organisation } }) => ({
      value: id,
      label: displayName,
      description: organisation.name,
    })),
    organisations: (data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name })),
  };
}
