// How long proposals were in each state: half of them, and nine in ten.
import { Table } from '../ui/table.js';
import { proposalStates, tiers } from '../words/states.js';
import { WithBar } from './bar-table.js';
import { durationText } from './bars.js';
import type { Report } from './reports.query.js';
import { reportWords as words } from './reports.words.js';

export function TimeReport({ times }: { times: Report['timeInState'] }) {
  const longest = Math.max(1, ...times.map(({ p90Seconds }) => p90Seconds));
  return (
    <Table
      caption={words.time}
      isCaptionUnseen
      rows={times}
      keyOf={({ state, tier }) => `${state} ${tier}`}
      columns={[
        { key: 'state', heading: words.state, cell: ({ state }) => proposalStates[state].word },
        { key: 'tier', heading: words.tier, cell: ({ tier }) => tiers[tier] },
        {
          key: 'half',
          heading: words.half,
          cell: ({ p50Seconds }) => <WithBar share={p50Seconds / longest}>{durationText(p50Seconds)}</WithBar>,
        },
        {
          key: 'most',
          heading: words.most,
          cell: ({ p90Seconds }) => (
            <WithBar isSoft share={p90Seconds / longest}>
              {durationText(p90Seconds)}
            </WithBar>
          ),
        },
        { key: 'count', heading: words.proposals, cell: ({ count }) => count, isNumber: true },
      ]}
    />
  );
}
