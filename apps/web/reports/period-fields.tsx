// From when to when, and whose proposals. Each takes effect in the address.
import { Button } from '../ui/button.js';
import { Select } from '../ui/select.js';
import { DateFilter } from '../ui/date-filter.js';
import classes from './reports.module.css';
import type { Period, ReportsSearch } from './reports.search.js';
import { reportWords as words } from './reports.words.js';

interface PeriodFieldsProps {
  period: Period;
  search: ReportsSearch;
  organisations: readonly { id: string; name: string }[];
  onChange: (change: ReportsSearch) => void;
}

const ALL = 'all';

export const PeriodFields = ({ period, search, organisations, onChange }: PeriodFieldsProps) => (
  <div className={classes.period}>
    <DateFilter label={words.from} value={period.from} onChange={from => onChange({ from })} />
    <DateFilter label={words.to} value={period.to} onChange={to => onChange({ to })} />
    <Select
      label={words.organisation}
      options={[{ value: ALL, label: words.all }, ...organisations.map(({ id, name }) => ({ value: id, label: name }))]}
      value={search.organisation ?? ALL}
      onChange={organisation => onChange({ organisation: organisation === ALL ? undefined : organisation })}
    />
    {(search.from ?? search.to) && (
      <Button kind="quiet" onPress={() => onChange({ from: undefined, to: undefined })}>
        {words.year}
      </Button>
    )}
  </div>
);
