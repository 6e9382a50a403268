// The filters in force, in words, each with the change of the address that takes it away.
import { dayText } from '../ui/dates.js';
import { beginOf } from '../ui/nz-days.js';
import { roleWords } from '../words/roles.js';
import { entryTypeName } from './entry.words.js';
import type { HistorySearch } from './history.search.js';
import { historyWords as words, streams } from './history.words.js';

interface Choice {
  value: string;
  label: string;
}

export interface Choices {
  people: readonly Choice[];
  organisations: readonly Choice[];
}

export interface FilterChip {
  key: string;
  label: string;
  without: Partial<HistorySearch>;
}

const labelIn = (choices: readonly Choice[], value: string): string =>
  choices.find(choice => choice.value === value)?.label ?? value;

const said = (day: string): string => dayText(new Date(beginOf(day)));

export function chipsOf(search: HistorySearch, { people, organisations }: Choices): FilterChip[] {
  const { proposal, actor, role, organisation, stream, type = [], from, to, order } = search;
  const chip = (key: keyof HistorySearch, label: string | undefined): FilterChip[] =>
    label === undefined ? [] : [{ key, label, without: { [key]: undefined } }];
  return [
    ...chip('actor', actor && `${words.who}: ${labelIn(people, actor)}`),
    ...chip('role', role && `${words.role}: ${roleWords[role]}`),
    ...chip('organisation', organisation && `${words.organisation}: ${labelIn(organisations, organisation)}`),
    ...type.map(each => ({
      key: each,
      label: entryTypeName(each),
      without: { type: type.filter(other => other !== each) },
    })),
    ...chip('stream', stream && streams[stream]),
    ...chip('proposal', proposal && `${words.proposal}: ${proposal}`),
    ...chip('from', from && `${words.from} ${said(from)}`),
    ...chip('to', to && `${words.to} ${said(to)}`),
    ...chip('order', order && words.oldestFirst),
  ];
}
