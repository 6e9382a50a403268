// The attacks as a table for people, the slowest first.

const columns = ['attack', 'status', 'code', 'ms (worst)', 'busy ms', ''];
const numbers = [3, 4];

export function attacksTable(outcomes, longest) {
  const sorted = [...outcomes].sort((a, b) => b.ms - a.ms);
  const rows = sorted.map(({ name, verdict, expected, ms, busy }) => {
    const [status, code = ''] = verdict.split(' ');
    const remark = [verdict === expected ? '' : `expected ${expected}`, ms < longest ? '' : 'too slow'];
    return [name, status, code, ms.toFixed(1), busy?.toFixed(1) ?? '-', remark.filter(Boolean).join(', ')];
  });
  const widths = columns.map((column, index) => Math.max(column.length, ...rows.map(row => row[index].length)));
  const line = row => row.map((cell, index) => cell[numbers.includes(index) ? 'padStart' : 'padEnd'](widths[index]));
  return [columns, widths.map(width => '-'.repeat(width)), ...rows]
    .map(row => line(row).join('  ').trimEnd())
    .join('\n');
}
