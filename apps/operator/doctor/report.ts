// The findings as people read them.
import type { Finding, State } from './finding.js';

const states: readonly State[] = ['ok', 'warning', 'problem'];

export function reportLines(findings: readonly Finding[]): string[] {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.flatMap(({ state, check, says, remedy }) => [
    `${state.padEnd(7)}  ${check.padEnd(width)}  ${says}`,
    ...(remedy ? [`${' '.repeat(7)}  ${' '.repeat(width)}  → ${remedy}`] : []),
  ]);
  const counted = states.map(state => `${findings.filter(each => each.state === state).length} ${state}`);
  return [...lines, '', `${findings.length} findings: ${counted.join(', ')}.`];
}

export const isHealthy = (findings: readonly Finding[]): boolean => findings.every(({ state }) => state !== 'problem');
