// As it stood at the end of a day: one proposal, or every one.
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { useAll } from '../app/use-all.js';
import type { ResultOf } from '../gql/graphql.js';
import { DataList } from '../ui/data-list.js';
import { DateText } from '../ui/date-text.js';
import { dayText } from '../ui/dates.js';
import { EmptyState } from '../ui/empty-state.js';
import { beginOf, endOf } from '../ui/nz-days.js';
import { Plain } from '../ui/plain.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { Table, type Column } from '../ui/table.js';
import { findings, outcomes, proposalStates, signOffStates, tiers } from '../words/states.js';
import classes from './history.module.css';
import { concernsAsOfQuery, portfolioQuery, proposalAsOfQuery } from './history.query.js';
import { historyWords as words } from './history.words.js';

const said = (day: string): string => dayText(new Date(beginOf(day)));

export function ProposalAsOf({ id, day }: { id: string; day: string }) {
  const [query] = useQuery({ query: proposalAsOfQuery, variables: { id, at: endOf(day) } });
  return (
    <Section title={words.asOfTitle(said(day))} id="as-of">
      <Loaded query={query}>
        {({ proposalAsOf: past }) =>
          past ? <Past past={past} at={endOf(day)} /> : <EmptyState title={words.notThere} />
        }
      </Loaded>
    </Section>
  );
}

type PastProposal = NonNullable<ResultOf<typeof proposalAsOfQuery>['proposalAsOf']>;

function Past({ past, at }: { past: PastProposal; at: string }) {
  const { id, title, state, tier, revision, signOffs, concerns, decision } = past;
  return (
    <DataList
      data={[
        [words.proposalTitle, <Plain text={title} />],
        [words.state, <StatusMark state={proposalStates[state]} />],
        [words.tier, tiers[tier]],
        [words.revision, revision],
        [words.signOffs, signOffs.length > 0 ? <SignOffs signOffs={signOffs} /> : words.noSignOffs],
        [
          words.concerns,
          concerns.totalCount > 0 ? <Concerns {...{ id, at }} all={concerns.totalCount} /> : words.noConcerns,
        ],
        [words.decision, decision ? <Decided decision={decision} /> : words.noDecision],
      ]}
    />
  );
}

const noPage = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
const pageOf = ({ proposalAsOf }: ResultOf<typeof concernsAsOfQuery>) => proposalAsOf?.concerns ?? noPage;

function Concerns({ id, at, all }: { id: string; at: string; all: number }) {
  const query = useAll({ query: concernsAsOfQuery, variables: { id, at }, pageOf, typename: 'Concern' });
  return (
    <Loaded query={query}>
      {({ items }) => words.openConcerns(items.filter(({ status }) => status === 'OPEN').length, all)}
    </Loaded>
  );
}

const SignOffs = ({ signOffs }: { signOffs: PastProposal['signOffs'] }) => (
  <ul role="list" className={classes.day}>
    {signOffs.map(({ key, title, status, finding }) => (
      <li key={key}>
        {title}:{' '}
        <StatusMark state={signOffStates[status]} detail={finding ? `(${findings[finding].word})` : undefined} />
      </li>
    ))}
  </ul>
);

const Decided = ({ decision: { outcome, at } }: { decision: NonNullable<PastProposal['decision']> }) => (
  <StatusMark state={outcomes[outcome]} detail={<DateText at={at} withTime />} />
);

export function PortfolioAsOf({ day }: { day: string }) {
  const [query] = useQuery({ query: portfolioQuery, variables: { at: endOf(day) } });
  return (
    <Section title={words.portfolio(said(day))} id="as-of">
      <Loaded query={query}>
        {({ portfolioAsOf: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <EmptyState title={words.notThere} />
          ) : (
            <>
              <Table
                caption={words.portfolio(said(day))}
                isCaptionUnseen
                columns={columns}
                rows={edges.map(({ node }) => node)}
                keyOf={({ id }) => id}
              />
              {pageInfo.hasNextPage && <p>{words.more}</p>}
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

type Row = ResultOf<typeof portfolioQuery>['portfolioAsOf']['edges'][number]['node'];

const columns: Column<Row>[] = [
  {
    key: 'reference',
    heading: words.reference,
    cell: ({ reference }) => (
      <Link to="/proposals/$reference/history" params={{ reference }}>
        {reference}
      </Link>
    ),
  },
  { key: 'title', heading: words.proposalTitle, cell: ({ title }) => <Plain text={title} /> },
  { key: 'state', heading: words.state, cell: ({ state }) => <StatusMark state={proposalStates[state]} /> },
  { key: 'tier', heading: words.tier, cell: ({ tier }) => tiers[tier] },
  { key: 'revision', heading: words.revision, cell: ({ revision }) => revision, isNumber: true },
];
