// The filters of the list and the way to change them: each change is a new address, from the first page on.
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ProposalsSearch } from './proposals.search.js';

const route = getRouteApi('/shell/proposals');

export function useProposalsSearch() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const go = (to: ProposalsSearch): void => void navigate({ to: '/proposals', search: to });
  return {
    search,
    go,
    /** What is undefined is taken away. */
    change: (part: Partial<ProposalsSearch>): void => go({ ...search, after: undefined, ...part }),
  };
}
