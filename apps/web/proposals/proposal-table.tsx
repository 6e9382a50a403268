// Proposals as rows: what each is called, where it stands, who leads it, by when.
import { Link } from '@tanstack/react-router';
import { DateText } from '../ui/date-text.js';
import { Plain } from '../ui/plain.js';
import { StatusMark } from '../ui/status-mark.js';
import { Table, type Column } from '../ui/table.js';
import { proposalStates, tiers } from '../words/states.js';
import type { ListedProposal } from './proposals.query.js';
import { listWords } from './proposals.words.js';
import classes from './proposal-table.module.css';

type Row = ListedProposal & { dueOn?: string | null };

const columns: Column<Row>[] = [
  { key: 'proposal', heading: listWords.proposal, cell: row => <Title {...row} /> },
  { key: 'state', heading: listWords.state, cell: ({ state }) => <StateCell state={state} /> },
  { key: 'tier', heading: listWords.tier, cell: ({ tier }) => tiers[tier] },
  { key: 'lead', heading: listWords.lead, cell: ({ leadOrganisation }) => <Plain text={leadOrganisation.name} /> },
];

const due: Column<Row> = {
  ...{ key: 'due', heading: listWords.due },
  cell: ({ dueOn }) => (dueOn ? <DateText at={dueOn} isRelative /> : listWords.noDay),
};

const changed: Column<Row> = {
  ...{ key: 'changed', heading: listWords.changed },
  cell: ({ updatedAt }) => <DateText at={updatedAt} />,
};

interface Listed {
  rows: readonly Row[];
  /** Of the past there is no last day: it is counted from today. */
  isPast?: boolean;
}

export const ProposalTable = ({ rows, isPast = false }: Listed) => (
  <Table
    caption={listWords.title}
    isCaptionUnseen
    columns={isPast ? [...columns, changed] : [...columns, due, changed]}
    rows={rows}
    keyOf={({ id }) => id}
  />
);

const StateCell = ({ state }: Pick<Row, 'state'>) => (
  <span className={classes.state}>
    <StatusMark state={proposalStates[state]} />
  </span>
);

const Title = ({ reference, title }: Row) => (
  <Link to="/proposals/$reference" params={{ reference }} className={classes.title}>
    <small>{reference}</small> <Plain text={title} />
  </Link>
);
