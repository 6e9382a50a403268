// What the address of the decision history says, what is asked of the API by it, and the same list as a file.
import { oneIn, stringifySearch, textIn, type RawSearch } from '../app/search-params.js';
import { beginOf, endOf, isDay } from '../ui/nz-days.js';
import { roleWords, type Role } from '../words/roles.js';
import { streams } from './history.words.js';

export interface HistorySearch {
  /** What people call it, such as DSP-0042. */
  proposal?: string;
  /** Whose act it was: an id. */
  actor?: string;
  role?: Role;
  organisation?: string;
  stream?: keyof typeof streams;
  type?: string[];
  /** Days of New Zealand, both included. */
  from?: string;
  to?: string;
  order?: 'oldest';
  after?: string;
  /** A day: as it stood at its end. */
  asOf?: string;
}

const dayIn = (value: unknown): string | undefined => {
  const text = textIn(value);
  return text !== undefined && isDay(text) ? text : undefined;
};

export const historySearch = (raw: RawSearch): HistorySearch => {
  const types = [raw['type']].flat().filter(each => textIn(each) !== undefined) as string[];
  return {
    proposal: textIn(raw['proposal']),
    actor: textIn(raw['actor']),
    role: oneIn(raw['role'], Object.keys(roleWords) as Role[]),
    organisation: textIn(raw['organisation']),
    stream: oneIn(raw['stream'], Object.keys(streams) as (keyof typeof streams)[]),
    type: types.length > 0 ? types : undefined,
    from: dayIn(raw['from']),
    to: dayIn(raw['to']),
    order: oneIn(raw['order'], ['oldest'] as const),
    after: textIn(raw['after']),
    asOf: dayIn(raw['asOf']),
  };
};

/** Of HistoryFilter; `proposalId` is what the reference was found to be. */
export const filterOf = (search: HistorySearch, proposalId: string | undefined) => ({
  proposalId,
  actorId: search.actor,
  role: search.role,
  organisationId: search.organisation,
  stream: search.stream,
  types: search.type,
  from: search.from && beginOf(search.from),
  to: search.to && endOf(search.to),
});

export const orderOf = ({ order }: HistorySearch) =>
  order === 'oldest' ? ('OLDEST_FIRST' as const) : ('NEWEST_FIRST' as const);

export const csvOf = (search: HistorySearch, proposalId: string | undefined): string =>
  `/csv/history${stringifySearch({ ...filterOf(search, proposalId), order: orderOf(search) })}`;
