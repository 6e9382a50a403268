// What the address asks for, as the API is asked: the list as it is today, as it stood on a day, and as a CSV file.
import { stringifySearch } from '../app/search-params.js';
import type { Of } from '../gql/graphql.js';
import { endOfDay, startOfDay } from '../ui/days.js';
import type { ProposalsSearch, Sort } from './proposals.search.js';

/** What is not asked for is not there: the API takes a null for a filter of its own. */
export function filterOf(search: ProposalsSearch): Of<'ProposalFilter'> {
  const { text, mine, awaiting, signOff, concern, since } = search;
  return {
    ...ofItsDay(search),
    ...(text && { text }),
    ...(mine && { mine: true }),
    ...(awaiting && { awaitingMe: true }),
    ...(signOff && { signOffWaiting: signOff }),
    ...(concern && { hasOpenConcern: true }),
    ...(since && { updatedSince: startOfDay(since) }),
  };
}

/** Of the past only this can be asked. */
export const ofItsDay = ({ state, tier, organisation }: ProposalsSearch): Of<'PortfolioFilter'> => ({
  ...(state && { states: state }),
  ...(tier && { tiers: tier }),
  ...(organisation && { organisationId: organisation }),
});

const sortsOfApi: Record<Sort, Of<'ProposalSort'>> = {
  updated: 'UPDATED',
  due: 'DUE',
  created: 'CREATED',
  reference: 'REFERENCE',
};

export const sortOf = ({ sort = 'updated' }: ProposalsSearch): Of<'ProposalSort'> => sortsOfApi[sort];

export const momentOf = (day: string): string => endOfDay(day);

/** The same list as a file; of today only. */
export const csvAddress = (search: ProposalsSearch): string =>
  `/csv/proposals${stringifySearch({ ...filterOf(search), ...(search.sort && { sort: sortOf(search) }) })}`;
