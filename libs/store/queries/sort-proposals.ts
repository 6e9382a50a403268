// The orders in which proposals are listed. The last day of a stage is worked out from the same calendar and targets as in the rules
// (governance/work/clock.ts); as the number of a working day, which sorts like the day.
import { targetCalendar, targetOf, workingDaysOf, type TimedWork } from '#governance';
import { keyPatterns, type KeyPart } from './page.js';

export type ProposalSort = 'UPDATED' | 'CREATED' | 'DUE' | 'REFERENCE';

interface Sort {
  key: string;
  /** The key's type in PostgreSQL. */
  type: 'timestamptz' | 'integer' | 'bigint';
  order: 'asc' | 'desc';
  pattern: KeyPart;
}

const days = `'{${workingDaysOf(targetCalendar).join(',')}}'::date[]`;

/** The number of the last day: as `lastDay` in the rules, in SQL. */
const lastDay = (work: TimedWork, since: string): string => {
  const tiers = (['T1', 'T2', 'T3'] as const).map(tier => `when '${tier}' then ${targetOf(work, tier)}`);
  return `width_bucket((${since} at time zone 'Pacific/Auckland')::date, ${days}) + case p.tier ${tiers.join(' ')} end`;
};

const submitted = `(select max(e.at) from ledger_entry e where e.stream = 'proposal:' || p.id and e.type = 'ProposalSubmitted')`;

const ready = `greatest(${submitted}, (select max(t.at #>> '{}')::timestamptz from (
  select jsonb_path_query(p.outline, '$.signOffs.*.at') at
  union all select jsonb_path_query(p.outline, '$.concerns[*].answer.at')
  union all select jsonb_path_query(p.outline, '$.concerns[*].outcome.at')) t))`;

/** What has no last day comes last. */
const without = 2 ** 31 - 1;

const due = `coalesce(case p.state
  when 'IN_REVIEW' then ${lastDay('review', submitted)}
  when 'AWAITING_DECISION' then ${lastDay('decide', ready)}
  when 'RETURNED' then ${lastDay('revise', `(p.outline #>> '{decision,at}')::timestamptz`)} end, ${without})`;

const whole: KeyPart = { test: text => /^\d{1,15}$/.test(text) };
const integer: KeyPart = { test: text => /^\d{1,10}$/.test(text) && Number(text) <= without };

export const sorts: Record<ProposalSort, Sort> = {
  UPDATED: { key: 'p.updated_at', type: 'timestamptz', order: 'desc', pattern: keyPatterns.instant },
  CREATED: { key: 'p.created_at', type: 'timestamptz', order: 'desc', pattern: keyPatterns.instant },
  REFERENCE: { key: 'p.number', type: 'bigint', order: 'asc', pattern: whole },
  DUE: { key: due, type: 'integer', order: 'asc', pattern: integer },
};
