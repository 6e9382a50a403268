// The views of the list, each a link with how much there is of it: those that everybody has, and those saved in this browser.
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useSession } from '../app/session.js';
import { Plain } from '../ui/plain.js';
import { TabLinks } from '../ui/tab-links.js';
import type { Role } from '../words/roles.js';
import { filterOf } from './proposal-filter.js';
import { viewCountQuery, viewCountsQuery, type ViewCounts } from './proposals.query.js';
import type { ProposalsSearch } from './proposals.search.js';
import { listWords } from './proposals.words.js';
import { addressOf, searchOf, type SavedView } from './saved-views.js';
import { useProposalsSearch } from './use-proposals-search.js';
import { useSavedViews } from './use-saved-views.js';
import classes from './views.module.css';

type Key = keyof ViewCounts;

const searches: Record<Key, ProposalsSearch> = {
  all: {},
  awaiting: { awaiting: 'yes' },
  mine: { mine: 'yes' },
  inReview: { state: ['IN_REVIEW'] },
  toDecide: { state: ['AWAITING_DECISION'] },
  concern: { concern: 'yes' },
};

/** Nothing waits for an auditor, and only analysts write. */
const isOffered = (key: Key, has: (...roles: Role[]) => boolean): boolean =>
  key === 'mine' ? has('analyst') : key === 'awaiting' ? !has('auditor') : true;

export function Views() {
  const { has } = useSession();
  const { views } = useSavedViews();
  const [{ data }] = useQuery({ query: viewCountsQuery });
  const keys = (Object.keys(searches) as Key[]).filter(key => isOffered(key, has));
  return (
    <TabLinks label={listWords.views}>
      {keys.map(key => (
        <View key={key} search={searches[key]} label={listWords[key]} count={data?.[key].totalCount} />
      ))}
      {views.map(view => (
        <SavedViewLink key={view.name} view={view} />
      ))}
    </TabLinks>
  );
}

function SavedViewLink({ view }: { view: SavedView }) {
  const search = searchOf(view);
  const [{ data }] = useQuery({ query: viewCountQuery, variables: { filter: filterOf(search) }, pause: !!search.on });
  return <View search={search} label={view.name} count={data?.proposals.totalCount} />;
}

function View({ search, label, count }: { search: ProposalsSearch; label: string; count?: number | null }) {
  const { search: here } = useProposalsSearch();
  const isHere = addressOf({ ...here, sort: undefined }) === addressOf({ ...search, sort: undefined });
  return (
    <Link
      to="/proposals"
      search={search}
      activeOptions={{ exact: true, includeSearch: true }}
      activeProps={{ 'aria-current': undefined }}
      aria-current={isHere ? 'page' : undefined}
    >
      <Plain text={label} /> <span className={classes.count}>{count ?? ''}</span>
    </Link>
  );
}
