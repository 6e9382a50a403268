// The filters of the list of people, in the address, and the way to change them.
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { PeopleSearch } from './people.search.js';

const route = getRouteApi('/shell/people');

export function usePeopleSearch() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const go = (to: PeopleSearch): void => void navigate({ to: '/people', search: to, replace: true });
  return { search, go, change: (part: Partial<PeopleSearch>): void => go({ ...search, ...part }) };
}
