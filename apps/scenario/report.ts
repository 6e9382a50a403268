// What the player prints of a case: a line for each step, then the table of expectations, then the counts.
import type { CaseFile } from './case-file.js';
import type { Played } from './play.js';
import { lineWidth, pad, table, width, wrap } from './text.js';

/** The number of a step, and the longest name of a persona, in the line of a step. */
const columns = { step: 5, who: 17 };

export const titleLines = (caseFile: CaseFile): string[] =>
  wrap(`${caseFile.title} (${caseFile.id}, ${caseFile.steps.length} steps)`, lineWidth);

/** `12/31  privacy_officer    giveSignOff proportionality  refused BLOCKED: signOff:purpose  ✓ as expected` */
export function progressLines(played: Played, steps: number): string[] {
  const unmet = played.expectations.filter(expectation => !expectation.met);
  const start = `${`${played.number}/${steps}`.padStart(columns.step)}  ${pad(played.who, columns.who)}  `;
  const verdict = unmet.length === 0 ? '✓ as expected' : '✗ not as expected';
  const details = unmet.flatMap(({ what, expected, seen }) => [
    `${what === played.what ? '' : `${what}: `}expected ${expected}; seen: ${seen}`,
    ...(played.message ? [`“${played.message}”`] : []),
  ]);
  const indented = details.flatMap(detail => wrap(detail, lineWidth - width(start) - 2)).map(line => `  ${line}`);
  return [...story([played.what, played.seen, verdict], lineWidth - width(start)), ...indented].map(
    (line, index) => (index === 0 ? start : ' '.repeat(width(start))) + line,
  );
}

/** All on one line where it fits; else each part on lines of its own, and the verdict after the last where it fits. */
function story(parts: string[], room: number): string[] {
  const told = parts.filter(Boolean);
  const line = told.join('  ');
  if (width(line) <= room) return [line];
  const verdict = told.pop()!;
  const lines = told.flatMap(part => wrap(part, room));
  const last = lines.at(-1)!;
  return width(last) + 2 + width(verdict) <= room
    ? [...lines.slice(0, -1), `${last}  ${verdict}`]
    : [...lines, verdict];
}

/** Step, who, what, expected, seen, met. A step that expects nothing else expects a Receipt. */
export function expectationTable(all: Played[]): string[] {
  const rows = all.flatMap(({ number, who, expectations }) =>
    expectations.map(({ what, expected, seen, met }) => [String(number), who, what, expected, seen, met ? '✓' : '✗']),
  );
  return table(['step', 'who', 'what', 'expected', 'seen', 'met'], rows, [4, columns.who, 20, 23, 23, 3]);
}

export const allMet = (all: Played[]): boolean => all.every(({ expectations }) => expectations.every(({ met }) => met));

export function closingLine(caseFile: CaseFile, all: Played[]): string {
  const expectations = all.flatMap(played => played.expectations);
  const unmet = expectations.filter(expectation => !expectation.met).length;
  const counts = `${caseFile.id}: ${all.length} steps, ${expectations.length} expectations`;
  return unmet === 0 ? `${counts}: all met.` : `${counts}: ${expectations.length - unmet} met, ${unmet} not met.`;
}
