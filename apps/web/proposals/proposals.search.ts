// What the address of the list of proposals says. It is all there is to a view: whoever has the address has the view.
import { isYes, oneIn, severalIn, textIn, type RawSearch } from '../app/search-params.js';
import type { Of } from '../gql/graphql.js';
import { dayIn } from '../ui/days.js';
import { proposalStates, signOffNames, tiers } from '../words/states.js';

const keysOf = <Key extends string>(record: Record<Key, unknown>) => Object.keys(record) as Key[];

export const sorts = ['updated', 'due', 'created', 'reference'] as const;
export type Sort = (typeof sorts)[number];

export interface ProposalsSearch {
  text?: string;
  state?: Of<'ProposalState'>[];
  tier?: Of<'Tier'>[];
  /** The id of the one that leads. */
  organisation?: string;
  /** Only those that I wrote. */
  mine?: 'yes';
  /** Only those where the next move is mine. */
  awaiting?: 'yes';
  /** Only those that wait for the sign-off of this key. */
  signOff?: string;
  /** Only those with an open concern. */
  concern?: 'yes';
  /** The day from which on they changed. */
  since?: string;
  /** The day at whose end they are shown. */
  on?: string;
  sort?: Sort;
  /** The cursor of the page before. */
  after?: string;
}

export const proposalsSearch = (raw: RawSearch): ProposalsSearch => ({
  text: textIn(raw['text']),
  state: severalIn(raw['state'], keysOf(proposalStates)),
  tier: severalIn(raw['tier'], keysOf(tiers)),
  organisation: textIn(raw['organisation']),
  mine: isYes(raw['mine']),
  awaiting: isYes(raw['awaiting']),
  signOff: oneIn(raw['signOff'], Object.keys(signOffNames)),
  concern: isYes(raw['concern']),
  since: dayIn(raw['since']),
  on: dayIn(raw['on']),
  sort: oneIn(raw['sort'], sorts),
  after: textIn(raw['after']),
});
