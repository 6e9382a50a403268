// The filters in force, each with its words and the address without it.
import { dayText } from '../ui/dates.js';
import { proposalStates, signOffNames, tiers } from '../words/states.js';
import type { ProposalsSearch } from './proposals.search.js';
import { listWords } from './proposals.words.js';

export interface FilterChip {
  key: string;
  label: string;
  /** The address without it, from the first page on. */
  without: ProposalsSearch;
}

type Key = keyof ProposalsSearch;

const day = (written: string): string => dayText(new Date(written));

/** `nameOf` says what an organisation is called. */
export function chipsOf(search: ProposalsSearch, nameOf: (id: string) => string): FilterChip[] {
  const { text, state = [], tier = [], organisation, mine, awaiting, signOff, concern, since, on } = search;
  const without = (key: Key, left: unknown = undefined): ProposalsSearch => ({
    ...{ ...search, after: undefined },
    [key]: left,
  });
  const one = (key: Key, label: string | undefined | false): FilterChip[] =>
    label ? [{ key, label, without: without(key) }] : [];
  const each = <Value extends string>(key: Key, values: readonly Value[], wordOf: (value: Value) => string) =>
    values.map(value => ({
      ...{ key: `${key} ${value}`, label: wordOf(value) },
      without: without(key, nothingIf(values.filter(other => other !== value))),
    }));
  return [
    ...one('text', text && listWords.withText(text)),
    ...each('state', state, value => proposalStates[value].word),
    ...each('tier', tier, value => tiers[value]),
    ...one('organisation', organisation && listWords.ledBy(nameOf(organisation))),
    ...one('mine', mine && listWords.mine),
    ...one('awaiting', awaiting && listWords.awaiting),
    ...one('signOff', signOff && listWords.waitsForSignOff(signOffNames[signOff] ?? signOff)),
    ...one('concern', concern && listWords.concern),
    ...one('since', since && listWords.changedSince(day(since))),
    ...one('on', on && listWords.asOf(day(on))),
  ];
}

const nothingIf = <Value>(values: Value[]): Value[] | undefined => (values.length > 0 ? values : undefined);
