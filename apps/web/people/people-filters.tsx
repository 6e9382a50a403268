// Finding people by name, organisation, role and day.
import { useQuery } from 'urql';
import { Filters, type Chip } from '../ui/filters.js';
import { dayText } from '../ui/dates.js';
import { Select } from '../ui/select.js';
import { DateFilter } from '../ui/date-filter.js';
import { TextField } from '../ui/text-field.js';
import { roleWords, type Role } from '../words/roles.js';
import classes from './people.module.css';
import { organisationsOfDirectory } from './people.query.js';
import { peopleWords } from './people.words.js';
import { usePeopleSearch } from './use-people-search.js';

const ANY = 'any';

export function PeopleFilters({ seesRoles }: { seesRoles: boolean }) {
  const { search, change } = usePeopleSearch();
  return (
    <>
      <div className={`${classes.filters} unprinted`}>
        <TextField
          type="search"
          label={peopleWords.text}
          value={search.text ?? ''}
          onChange={text => change({ text: text || undefined })}
        />
        {seesRoles && <OfOrganisation />}
        {seesRoles && <OfRole />}
        {seesRoles && (
          <DateFilter
            label={peopleWords.on}
            description={peopleWords.onHelp}
            value={search.on}
            onChange={on => change({ on })}
          />
        )}
      </div>
      <Chips />
    </>
  );
}

function OfOrganisation() {
  const { search, change } = usePeopleSearch();
  const [{ data }] = useQuery({ query: organisationsOfDirectory });
  const options = (data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      label={peopleWords.organisation}
      options={[{ value: ANY, label: peopleWords.anybody }, ...options]}
      value={search.organisation ?? ANY}
      onChange={chosen => change({ organisation: chosen === ANY ? undefined : chosen })}
    />
  );
}

function OfRole() {
  const { search, change } = usePeopleSearch();
  const options = (Object.keys(roleWords) as Role[]).map(value => ({ value, label: roleWords[value] }));
  return (
    <Select<Role | typeof ANY>
      label={peopleWords.role}
      options={[{ value: ANY, label: peopleWords.anyRole }, ...options]}
      value={search.role ?? ANY}
      onChange={chosen => change({ role: chosen === ANY ? undefined : chosen })}
    />
  );
}

function Chips() {
  const { search, go, change } = usePeopleSearch();
  const { text, organisation, role, on } = search;
  const [{ data }] = useQuery({ query: organisationsOfDirectory, pause: organisation === undefined });
  const nameOf = (id: string): string => data?.organisations.find(each => each.id === id)?.name ?? '…';
  const chips: (Chip | undefined)[] = [
    text ? { key: 'text', label: peopleWords.withText(text), onRemove: () => change({ text: undefined }) } : undefined,
    organisation
      ? {
          key: 'organisation',
          label: peopleWords.ofOrganisation(nameOf(organisation)),
          onRemove: () => change({ organisation: undefined }),
        }
      : undefined,
    role
      ? { key: 'role', label: peopleWords.ofRole(roleWords[role]), onRemove: () => change({ role: undefined }) }
      : undefined,
    on
      ? { key: 'on', label: peopleWords.asOf(dayText(new Date(on))), onRemove: () => change({ on: undefined }) }
      : undefined,
  ];
  return <Filters chips={chips.filter(chip => chip !== undefined)} onClear={() => go({})} />;
}
