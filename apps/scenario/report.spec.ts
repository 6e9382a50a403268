// What people read: no line wider than a hundred columns, macrons as they are, what was seen beside what was expected.
import { expect, test } from '@jest/globals';
import type { Played } from './play.js';
import { closingLine, expectationTable, progressLines } from './report.js';
import { lineWidth, table, width, wrap } from './text.js';

const blocked: Played = {
  number: 12,
  who: 'privacy_officer',
  what: 'giveSignOff proportionality',
  seen: 'refused BLOCKED: CN-5',
  expectations: [
    {
      what: 'giveSignOff proportionality',
      expected: 'refused BLOCKED: CN-5',
      seen: 'refused BLOCKED: CN-5',
      met: true,
    },
  ],
};

const unmet: Played = {
  number: 2,
  who: 'privacy_officer_2',
  what: 'giveSignOff transparency MET_WITH_CONDITIONS',
  seen: `refused BLOCKED: ${Array.from({ length: 12 }, (_, index) => `signOff:purpose-${index}`).join(', ')}`,
  message: 'gate-closed: Te pātai mō ngā tamariki is not answered.',
  expectations: [
    {
      what: 'giveSignOff transparency MET_WITH_CONDITIONS',
      expected: 'a Receipt',
      seen: 'refused BLOCKED: TC-9',
      met: false,
    },
  ],
};

test('a step that went as expected is one line', () => {
  expect(progressLines({ ...blocked, what: 'giveSignOff purpose' }, 31)).toEqual([
    '12/31  privacy_officer    giveSignOff purpose  refused BLOCKED: CN-5  ✓ as expected',
  ]);
});

test('a step that did not says what was seen instead, within a hundred columns', () => {
  const lines = progressLines(unmet, 31);
  expect(lines[0]).toMatch(/^ 2\/31 {2}privacy_officer_2 {2}giveSignOff transparency/);
  expect(lines.join(' ')).toContain('✗ not as expected');
  expect(lines.join('\n')).toContain('expected a Receipt; seen: refused BLOCKED: TC-9');
  expect(lines.join('\n')).toContain('Te pātai mō ngā tamariki is not answered.');
  expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(lineWidth);
});

test('the table of expectations', () => {
  const lines = expectationTable([blocked, unmet]);
  expect(lines[0]).toMatch(/^step {2}who +what +expected +seen +met$/);
  expect(lines.filter(line => line.endsWith('✗'))).toHaveLength(1);
  expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(lineWidth);
});

test('the counts', () => {
  const caseFile = { format: 'assent-case/1' as const, id: 'c', title: 'C', steps: [] };
  expect(closingLine(caseFile, [blocked])).toBe('c: 1 steps, 1 expectations: all met.');
  expect(closingLine(caseFile, [blocked, unmet])).toBe('c: 2 steps, 2 expectations: 1 met, 1 not met.');
});

test('a macron written as two characters is one column wide and stays as it is', () => {
  const decomposed = 'Ma\u0304ori';
  expect(width(decomposed)).toBe(5);
  expect(table(['a', 'b'], [[decomposed, 'x']], [6, 2])[2]).toBe(`${decomposed}   x`);
  expect(wrap('whakapapa', 4)).toEqual(['whak', 'apap', 'a']);
  expect(wrap('about signOff:proportionality, recordUrgentDisclosure', 20)).toEqual([
    'about signOff:',
    'proportionality,',
    'recordUrgent',
    'Disclosure',
  ]);
});
