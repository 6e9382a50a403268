// Every filter of the list as a control. Each takes effect at once, in the address.
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { useSession } from '../app/session.js';
import { Checkbox } from '../ui/choice.js';
import { Select } from '../ui/select.js';
import { DateFilter } from '../ui/date-filter.js';
import { proposalStates, signOffNames, tiers } from '../words/states.js';
import classes from './finding.module.css';
import { organisationsQuery } from './proposals.query.js';
import { listWords } from './proposals.words.js';
import { useProposalsSearch } from './use-proposals-search.js';

export const FilterPanel = () => (
  <div className={classes.panel}>
    <States />
    <div className={classes.further}>
      <Tiers />
      <Switches />
    </div>
    <div className={classes.further}>
      <Organisation />
      <SignOff />
      <Days />
    </div>
  </div>
);

const Group = ({ legend, children }: { legend: string; children: ReactNode }) => (
  <fieldset>
    <legend>{legend}</legend>
    {children}
  </fieldset>
);

interface Several<Value extends string> {
  legend: string;
  options: readonly (readonly [value: Value, word: string])[];
  chosen: readonly Value[] | undefined;
  onChange: (chosen: Value[] | undefined) => void;
}

function Several<Value extends string>({ legend, options, chosen = [], onChange }: Several<Value>) {
  const toggle = (value: Value, isOn: boolean): void => {
    const next = isOn ? [...chosen, value] : chosen.filter(each => each !== value);
    onChange(next.length > 0 ? next : undefined);
  };
  return (
    <Group legend={legend}>
      {options.map(([value, word]) => (
        <Checkbox key={value} isSelected={chosen.includes(value)} onChange={isOn => toggle(value, isOn)}>
          {word}
        </Checkbox>
      ))}
    </Group>
  );
}

const entriesOf = <Key extends string, Value>(record: Record<Key, Value>) => Object.entries(record) as [Key, Value][];

function States() {
  const { search, change } = useProposalsSearch();
  const options = entriesOf(proposalStates).map(([value, { word }]) => [value, word] as const);
  return (
    <Several legend={listWords.state} options={options} chosen={search.state} onChange={state => change({ state })} />
  );
}

function Tiers() {
  const { search, change } = useProposalsSearch();
  return (
    <Several
      legend={listWords.tier}
      options={entriesOf(tiers)}
      chosen={search.tier}
      onChange={tier => change({ tier })}
    />
  );
}

/** The ways in which a proposal may be somebody’s own. Of the past they cannot be asked. */
function Switches() {
  const { search, change } = useProposalsSearch();
  const { has } = useSession();
  const keys = (['awaiting', 'mine', 'concern'] as const).filter(
    key => (key !== 'mine' || has('analyst')) && (key !== 'awaiting' || !has('auditor')),
  );
  if (search.on) return null;
  return (
    <Group legend={listWords.narrow}>
      {keys.map(key => (
        <Checkbox
          key={key}
          isSelected={search[key] === 'yes'}
          onChange={isOn => change({ [key]: isOn ? 'yes' : undefined })}
        >
          {listWords[key]}
        </Checkbox>
      ))}
    </Group>
  );
}

const ANY = 'any';

function Organisation() {
  const { search, change } = useProposalsSearch();
  const [{ data }] = useQuery({ query: organisationsQuery });
  const options = (data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      label={listWords.organisation}
      options={[{ value: ANY, label: listWords.anybody }, ...options]}
      value={search.organisation ?? ANY}
      onChange={chosen => change({ organisation: chosen === ANY ? undefined : chosen })}
    />
  );
}

function SignOff() {
  const { search, change } = useProposalsSearch();
  const { has } = useSession();
  if (search.on || has('partner')) return null;
  const options = Object.entries(signOffNames).map(([value, label]) => ({ value, label }));
  return (
    <Select
      label={listWords.signOff}
      options={[{ value: ANY, label: listWords.anySignOff }, ...options]}
      value={search.signOff ?? ANY}
      onChange={chosen => change({ signOff: chosen === ANY ? undefined : chosen })}
    />
  );
}

function Days() {
  const { search, change } = useProposalsSearch();
  const { has } = useSession();
  return (
    <>
      {!search.on && <DateFilter label={listWords.since} value={search.since} onChange={since => change({ since })} />}
      {(has('auditor') || search.on) && (
        <DateFilter
          label={listWords.on}
          description={listWords.onHelp}
          value={search.on}
          onChange={on => change({ on })}
        />
      )}
    </>
  );
}
