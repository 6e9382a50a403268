// The facts counted for somebody: everything to auditors, to others what their own lead organisations did. One statement each.
import type { DataSource } from 'typeorm';
import type {
  Actor,
  ConcernSeverity,
  DecisionOutcome,
  Disposition,
  ProposalState,
  SignOffKey,
  Tier,
} from '#governance';
import { run, withClient, type Statement } from '../connection.js';
import { filterId } from '../identifiers.js';
import { onBehalf, scopeOf, scopeValues } from '../visible-to.js';

export interface ReportPeriod {
  /** ISO 8601, UTC: the first moment that counts, and the first that does not any more. */
  from: string;
  to: string;
  /** Only what this organisation leads. */
  organisationId?: string | null | undefined;
}

export interface DecisionCount {
  outcome: DecisionOutcome;
  tier: Tier;
  organisationId: string;
  /** Such as 2026-11, in UTC. */
  month: string;
  count: number;
}

export interface StateTime {
  state: ProposalState;
  tier: Tier;
  p50Seconds: number;
  p90Seconds: number;
  count: number;
}

export interface StaleCount {
  signOff: SignOffKey;
  cause: string;
  count: number;
}

export interface ConcernCount {
  /** Null for those that nobody has answered. */
  disposition: Disposition | null;
  severity: ConcernSeverity;
  count: number;
}

/** The facts `f` of a table that count: by the moment in `moment`, and visible to whoever asks. */
const counted = (table: string, moment: string): string => `from viewer, ${table} f
  where asker.entered and (viewer.sees_all or f.lead_organisation_id = any (viewer.leads))
    and f.${moment} >= $7::timestamptz and f.${moment} < $8::timestamptz
    and ($9::uuid is null or f.lead_organisation_id = $9)`;

const decisions: Statement = {
  name: 'report-decisions',
  text: onBehalf(`select f.outcome, f.tier, f.lead_organisation_id as "organisationId",
      to_char(f.at, 'YYYY-MM') as month, count(*)::integer as count
    ${counted('decision_fact', 'at')} group by 1, 2, 3, 4 order by 4, 3, 2, 1`),
};

const timeInState: Statement = {
  name: 'report-time-in-state',
  text: onBehalf(`select state, tier, count(*)::integer as count,
      percentile_cont(0.5) within group (order by seconds) as "p50Seconds",
      percentile_cont(0.9) within group (order by seconds) as "p90Seconds"
    from (select f.state, f.tier, extract(epoch from f.left_at - f.entered_at)::float8 as seconds
      ${counted('state_span', 'left_at')}) spans group by 1, 2 order by 1, 2`),
};

const staleSignOffs: Statement = {
  name: 'report-stale-sign-offs',
  text: onBehalf(`select f.sign_off as "signOff", f.cause, count(*)::integer as count
    ${counted('stale_fact', 'at')} group by 1, 2 order by 1, 2`),
};

/** Concerns among reviewers are counted for those alone who may see them (visible-to.ts). */
const concerns: Statement = {
  name: 'report-concerns',
  text: onBehalf(`select f.disposition, f.severity, count(*)::integer as count
    ${counted('concern_fact', 'raised_at')} and (viewer.sees_all or f.audience <> 'REVIEWERS'
      or (f.lead_organisation_id = any (viewer.reviews) and f.author_id <> viewer.me))
    group by 1, 2 order by 1, 2`),
};

const report =
  <Row>(statement: Statement) =>
  (dataSource: DataSource, actor: Actor, { from, to, organisationId }: ReportPeriod): Promise<Row[]> =>
    withClient(dataSource, client =>
      run<Row>(client, statement, [...scopeValues(scopeOf(actor)), from, to, filterId(organisationId)]),
    );

/** Every decision, those that returned a proposal included. */
export const reportDecisions = report<DecisionCount>(decisions);
/** Of the times in a state that ended within the period. */
export const reportTimeInState = report<StateTime>(timeInState);
/** By the first part of what made them stale; one with two causes counts under both. */
export const reportStaleSignOffs = report<StaleCount>(staleSignOffs);
/** Of those raised within the period, by the last answer given. */
export const reportConcerns = report<ConcernCount>(concerns);
