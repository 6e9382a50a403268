// Views that somebody named, kept in this browser: a name, and the address that it stands for.
import { parseSearch, stringifySearch } from '../app/search-params.js';
import { proposalsSearch, type ProposalsSearch } from './proposals.search.js';

export interface SavedView {
  name: string;
  /** `?state=IN_REVIEW…`, without the page. */
  address: string;
}

const MOST = 20;

export const addressOf = (search: ProposalsSearch): string => stringifySearch({ ...search, after: undefined });

export const searchOf = ({ address }: SavedView): ProposalsSearch => proposalsSearch(parseSearch(address));

/** Under a name that is there already, the newer one stays. The oldest goes where there are too many. */
export const withView = (views: readonly SavedView[], view: SavedView): SavedView[] =>
  [...withoutView(views, view.name), view].slice(-MOST);

export const withoutView = (views: readonly SavedView[], name: string): SavedView[] =>
  views.filter(view => view.name !== name);

/** What is kept in a browser may be anything: what is no view is left out. */
export function readViews(kept: string | null): SavedView[] {
  try {
    const read: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(read) ? read.filter(isView) : [];
  } catch {
    return [];
  }
}

const isView = (value: unknown): value is SavedView =>
  typeof (value as SavedView | null)?.name === 'string' && typeof (value as SavedView).address === 'string';
