// The result as a table for people.

const columns = ['job', 'req/s', 'p50 ms', 'p95 ms', 'p99 ms', 'SQL/request', 'errors'];

export function tableOf(results, statements) {
  const rows = results.map(({ name, perSecond, p50, p95, p99, errors }) => [
    name,
    perSecond.toFixed(0),
    ...[p50, p95, p99].map(each => each.toFixed(1)),
    statements.get(name)?.toFixed(2) ?? '-',
    String(errors.length),
  ]);
  const widths = columns.map((column, index) =>
    Math.max(...[column, ...rows.map(row => row[index])].map(c => c.length)),
  );
  const line = row => row.map((cell, index) => (index === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[index])));
  return [columns, widths.map(width => '-'.repeat(width)), ...rows].map(row => line(row).join('  ')).join('\n');
}
