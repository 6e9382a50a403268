// When an outcome is what a step expects, and how it reads.
import { expect, test } from '@jest/globals';
import { Made } from './made.js';
import { type Outcome, type Problem, expectationText, meets, outcomeText } from './outcome.js';

const made = new Made();
made.concerns.set('C-1', 'k-1');

const problem = (more: Partial<Problem>): Outcome => ({
  problem: { kind: 'BLOCKED', code: 'gate-closed', message: 'M', path: null, blockers: [], ...more },
});
const about = (...subjects: (string | null)[]) => subjects.map(subject => ({ code: 'c', message: 'm', subject }));
const blocked = problem({ blockers: about('PM-2', 'concern:k-1', null, 'PM-2') });
const received: Outcome = { receipt: { proposal: { id: 'p', version: 1 }, entries: [] } };

test.each([
  [received, undefined, true],
  [received, { refused: 'BLOCKED' }, false],
  [blocked, undefined, false],
  [blocked, { refused: 'BLOCKED', subjects: ['PM-2', 'concern:@C-1'], notSubjects: ['PM-1'] }, true],
  [blocked, { refused: 'BLOCKED', subjects: ['PM-2', 'PM-3'] }, false],
  [blocked, { refused: 'BLOCKED', notSubjects: ['concern:@C-1'] }, false],
  [blocked, { refused: 'DENIED' }, false],
  [blocked, { refused: 'BLOCKED', code: 'gate-closed' }, true],
  [blocked, { refused: 'BLOCKED', code: 'wrong-state' }, false],
  [
    problem({ kind: 'INVALID', path: ['U-2', 'title'] }),
    { refused: 'INVALID', subjects: ['U-2'], notSubjects: ['U-6'] },
    true,
  ],
  [problem({ kind: 'INVALID', path: null, blockers: about('U-2') }), { refused: 'INVALID', subjects: ['U-2'] }, false],
  [{ rejected: { code: 'INVALID', message: 'M' } }, { refused: 'INVALID' }, false],
  [{ unresolved: 'nothing' }, undefined, false],
] as const)('%j against %j', (outcome, expected, met) => {
  expect(meets(outcome, expected as never, made)).toBe(met);
});

test('an outcome reads with the names of the case', () => {
  expect(outcomeText(blocked, made)).toBe('refused BLOCKED: PM-2, concern:@C-1');
  expect(outcomeText(problem({ kind: 'DENIED', code: 'separation-of-duties' }), made)).toBe(
    'refused DENIED separation-of-duties',
  );
  expect(expectationText({ refused: 'BLOCKED', code: 'x', subjects: ['A'], notSubjects: ['B', 'C'] })).toBe(
    'refused BLOCKED x: A; not about B, C',
  );
});
