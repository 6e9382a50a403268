// What the shapes say, and where a proposal can be.
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { Table, type Column } from '../ui/table.js';
import { concernStates, proposalStates, signOffStates, type State, type Tone } from '../words/states.js';
import classes from './help.module.css';
import { helpWords, stateMeanings, toneMeanings } from './help.words.js';

/** A state for each shape, as it occurs. */
const examples: Record<Tone, State> = {
  settled: signOffStates.GIVEN,
  waiting: signOffStates.PENDING,
  blocked: concernStates.OPEN,
  stale: signOffStates.STALE,
  plain: proposalStates.DRAFTING,
};

interface Explained {
  key: string;
  state: State;
}

const rows: Explained[] = Object.entries(proposalStates).map(([key, state]) => ({ key, state }));

const columns: Column<Explained>[] = [
  { key: 'state', heading: helpWords.state, cell: ({ state }) => <StatusMark state={state} /> },
  { key: 'meaning', heading: helpWords.meaning, cell: ({ key }) => stateMeanings[key] },
];

export const StatesHelp = () => (
  <Section title={helpWords.states} id="states">
    <p>{helpWords.statesLead}</p>
    <dl className={classes.roles}>
      {(Object.keys(toneMeanings) as Tone[]).map(tone => (
        <div key={tone}>
          <dt>
            <StatusMark state={examples[tone]} />
          </dt>
          <dd>{toneMeanings[tone]}</dd>
        </div>
      ))}
    </dl>
    <Table caption={helpWords.proposalStates} columns={columns} rows={rows} keyOf={({ key }) => key} />
  </Section>
);
