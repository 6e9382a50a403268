// Decisions by outcome, tier, organisation and month.
import { Disclosure } from '../ui/disclosure.js';
import { Table } from '../ui/table.js';
import { outcomes, tiers } from '../words/states.js';
import { BarTable } from './bar-table.js';
import { barsOf, byKey, byValue, monthsBetween } from './bars.js';
import { monthText } from './month-text.js';
import classes from './reports.module.css';
import type { Report } from './reports.query.js';
import { reportWords as words } from './reports.words.js';

type Decision = Report['decisions'][number];

export function DecisionsReport({ decisions }: { decisions: readonly Decision[] }) {
  const byOutcome = barsOf(
    decisions,
    ({ outcome }) => outcome,
    ({ outcome }) => outcomes[outcome].word,
  );
  const byTier = barsOf(
    decisions,
    ({ tier }) => tier,
    ({ tier }) => tiers[tier],
  );
  const byOrganisation = barsOf(
    decisions,
    ({ organisation }) => organisation.id,
    ({ organisation }) => organisation.name,
  );
  const counts = words.count;
  return (
    <>
      <p className={classes.lead}>{words.decisionsLead(decisions.reduce((sum, { count }) => sum + count, 0))}</p>
      <div className={classes.charts}>
        <BarTable caption={words.byOutcome} of={words.outcome} bars={byValue(byOutcome)} {...{ counts }} />
        <BarTable caption={words.byTier} of={words.tier} bars={byKey(byTier)} {...{ counts }} />
        <BarTable
          caption={words.byOrganisation}
          of={words.organisation}
          bars={byValue(byOrganisation)}
          {...{ counts }}
        />
        <BarTable caption={words.byMonth} of={words.month} bars={monthly(decisions)} {...{ counts }} />
      </div>
      <Disclosure title={words.everything}>
        <EveryCombination decisions={decisions} />
      </Disclosure>
    </>
  );
}

/** Months without a decision are there, with none. */
function monthly(decisions: readonly Decision[]) {
  const months = decisions.map(({ month }) => month).sort();
  const empty = monthsBetween(months[0]!, months.at(-1)!).map(month => ({ month, count: 0 }));
  return byKey(
    barsOf<{ month: string; count: number }>(
      [...empty, ...decisions],
      ({ month }) => month,
      ({ month }) => monthText(month),
    ),
  );
}

const EveryCombination = ({ decisions }: { decisions: readonly Decision[] }) => (
  <Table
    caption={words.everything}
    isCaptionUnseen
    rows={decisions}
    keyOf={({ month, outcome, tier, organisation }) => `${month} ${outcome} ${tier} ${organisation.id}`}
    columns={[
      { key: 'month', heading: words.month, cell: ({ month }) => monthText(month) },
      { key: 'outcome', heading: words.outcome, cell: ({ outcome }) => outcomes[outcome].word },
      { key: 'tier', heading: words.tier, cell: ({ tier }) => tiers[tier] },
      { key: 'organisation', heading: words.organisation, cell: ({ organisation }) => organisation.name },
      { key: 'count', heading: words.count, cell: ({ count }) => count, isNumber: true },
    ]}
  />
);
