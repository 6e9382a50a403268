// The filters of the history: choices beside each other, and those in force as chips that take them away. They live in the address.
import { Disclosure } from '../ui/disclosure.js';
import { Filters } from '../ui/filters.js';
import { Select } from '../ui/select.js';
import { roleWords, type Role } from '../words/roles.js';
import { entryTypes } from './entry.words.js';
import { chipsOf, type Choices } from './filter-chips.js';
import classes from './history.module.css';
import type { HistorySearch } from './history.search.js';
import { historyWords as words, streams } from './history.words.js';
import { DateFilter } from '../ui/date-filter.js';
import { WrittenFilter } from '../ui/written-filter.js';

interface FiltersProps {
  search: HistorySearch;
  choices: Choices;
  /** A change begins at the first page again. */
  onChange: (change: Partial<HistorySearch>) => void;
  onClear: () => void;
  /** The proposal is a filter too. */
  isOfMany: boolean;
}

const optionsOf = (named: Readonly<Record<string, string>>) =>
  Object.entries(named).map(([value, label]) => ({ value, label }));
const types = optionsOf(entryTypes);
const roles = optionsOf(roleWords);

export function HistoryFilters({ search, choices, onChange, onClear, isOfMany }: FiltersProps) {
  const chips = chipsOf(search, choices).map(chip => ({ ...chip, onRemove: () => onChange(chip.without) }));
  return (
    <div className={classes.day}>
      <div className="unprinted">
        <Disclosure title={words.filters} level={2} isOpen={chips.length === 0 && isOfMany}>
          <div className={classes.filters}>
            <Whose {...{ search, choices, onChange }} />
            <Select
              label={words.type}
              placeholder={words.anyType}
              options={types}
              value={null}
              onChange={type => onChange({ type: [...new Set([...(search.type ?? []), type])] })}
            />
            {isOfMany && <OfMany {...{ search, onChange }} />}
            <Days {...{ search, onChange }} />
            <Order {...{ search, onChange }} />
          </div>
        </Disclosure>
      </div>
      <Filters chips={chips} onClear={onClear} />
    </div>
  );
}

type Part = Pick<FiltersProps, 'search' | 'onChange'>;

const Whose = ({ search, choices, onChange }: Part & { choices: Choices }) => (
  <>
    <Select
      label={words.who}
      placeholder={words.anybody}
      options={choices.people}
      value={search.actor ?? null}
      onChange={actor => onChange({ actor })}
    />
    <Select
      label={words.role}
      placeholder={words.anyRole}
      options={roles}
      value={search.role ?? null}
      onChange={role => onChange({ role: role as Role })}
    />
    <Select
      label={words.organisation}
      placeholder={words.anyOrganisation}
      options={choices.organisations}
      value={search.organisation ?? null}
      onChange={organisation => onChange({ organisation })}
    />
  </>
);

const OfMany = ({ search, onChange }: Part) => (
  <>
    <Select
      label={words.stream}
      placeholder={words.decisions}
      options={optionsOf(streams)}
      value={search.stream ?? null}
      onChange={stream => onChange({ stream: stream as keyof typeof streams })}
    />
    <WrittenFilter
      key={search.proposal}
      label={words.proposal}
      description={words.proposalHint}
      value={search.proposal}
      onChange={proposal => onChange({ proposal })}
    />
  </>
);

const Days = ({ search: { from, to }, onChange }: Part) => (
  <>
    <DateFilter label={words.from} value={from} onChange={day => onChange({ from: day })} />
    <DateFilter label={words.to} value={to} onChange={day => onChange({ to: day })} />
  </>
);

const Order = ({ search: { order }, onChange }: Part) => (
  <Select
    label={words.order}
    options={[
      { value: 'newest', label: words.newestFirst },
      { value: 'oldest', label: words.oldestFirst },
    ]}
    value={order ?? 'newest'}
    onChange={chosen => onChange({ order: chosen === 'oldest' ? 'oldest' : undefined })}
  />
);
