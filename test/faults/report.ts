// What a campaign says when it is over, as Markdown that reads well in a terminal.
import type { Finding } from './check/invariant.js';
import type { Result } from './campaign.js';
import { faultKinds } from './faults.js';
import { quantile } from './tally.js';

const shown = 5;

/** An invariant that was looked at and held. Race shapes may be missing from a small campaign, and controls have few faults. */
export const holds = ({ violations }: Finding): boolean => violations.length === 0;

export const hasHeld = ({ verdict }: Result): boolean => verdict.findings.every(holds);

export const reportOf = (result: Result): string =>
  [heading(result), commands(result), faults(result), races(result), invariants(result), logs(result)].join('\n\n') +
  '\n';

function heading({ options, seconds }: Result): string {
  const { seed, clients, apis, pool, workers, control } = options;
  const broken = control ? `, with a promise broken: ${control}` : '';
  return `# Faults, seed ${seed}${broken}\n\n${clients} clients, ${apis} apis with ${pool} connections each, ${workers} workers, ${seconds.toFixed(0)} s.`;
}

function commands({ tally, seconds }: Result): string {
  const {
    commands: all,
    attempts,
    acknowledged,
    refused,
    unknown,
    lostAnswers,
    otherBodies,
    asksAgain,
    latencies,
  } = tally;
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map(share => `${quantile(latencies, share).toFixed(0)} ms`);
  return table('Commands', [
    ['commands', all],
    ['acknowledged', acknowledged],
    ['refused', `${refused} (${listOf(tally.refusals)})`],
    ['never resolved', unknown],
    ['attempts sent, duplicates counted', attempts],
    ['attempts without an answer', `${lostAnswers} (${listOf(tally.lost)})`],
    ['duplicates with another body', otherBodies],
    ['old commands sent once more', asksAgain],
    ['proposals, as they ended', listOf(tally.decisions)],
    ['acknowledged commands a second', (acknowledged / seconds).toFixed(1)],
    ['acknowledged in', `p50 ${p50}, p95 ${p95}, p99 ${p99}`],
    ['longest wait for an answer', `${(tally.longestWait / 1_000).toFixed(1)} s`],
  ]);
}

function faults({ tally, deaths }: Result): string {
  const rows = faultKinds.flatMap(kind => {
    const times = tally.recoveries.filter(each => each.kind === kind).map(({ milliseconds }) => milliseconds);
    const said = [0.5, 0.95].map(share => `${(quantile(times, share) / 1_000).toFixed(2)} s`);
    return times.length === 0 ? [] : [[kind, times.length, ...said]];
  });
  const title = 'Faults, and until every api had acknowledged something after them';
  const died = `By kill -9 died: api ${deaths.api}, worker ${deaths.worker}.`;
  return `${table(title, rows, ['fault', 'times', 'p50', 'p95'])}\n\n${died}`;
}

function races({ verdict }: Result): string {
  const rows = Object.entries(verdict.winners).map(([shape, won]) => [
    shape,
    total(won),
    listOf(new Map(Object.entries(won))),
  ]);
  return table('Races', rows, ['shape', 'times', 'recorded']);
}

function invariants({ verdict }: Result): string {
  const rows = verdict.findings.map(finding => [
    finding.key,
    finding.title,
    listOf(new Map(Object.entries(finding.examined))),
    holds(finding) ? 'held' : `${finding.violations.length} violations`,
  ]);
  const broken = verdict.findings.filter(finding => !holds(finding));
  const details = broken.map(
    ({ key, violations }) =>
      `${key}:\n${violations
        .slice(0, shown)
        .map(each => `- ${each}`)
        .join('\n')}`,
  );
  return [table('Invariants', rows, ['', 'invariant', 'examined', '']), ...details].join('\n\n');
}

/** Faults that the product told of while its database was away are its duty; they are shown, not judged. */
const logs = ({ logged }: Result): string =>
  table('Logged by apis and workers', [...logged].sort(([, a], [, b]) => b - a).slice(0, 12), ['message', 'times']);

const total = (counts: Record<string, number>): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

const listOf = (counts: Map<string, number>): string =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ') || 'none';

function table(title: string, rows: (string | number)[][], head: string[] = ['', '']): string {
  const lines = [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`);
  return `## ${title}\n\n${rows.length === 0 ? 'None.' : lines.join('\n')}`;
}
