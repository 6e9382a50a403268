import { describe, expect, it } from '@jest/globals';
import { dueState } from './task-due.js';

const due = (group: string, workingDaysLeft: number | null, dueOn: string | null = '2026-11-24') =>
  dueState({ group, workingDaysLeft, dueOn });

describe('When a task is due', () => {
  it.each([
    ['OVERDUE', -2, 'blocked', '2 working days late'],
    ['OVERDUE', -1, 'blocked', '1 working day late'],
    ['THIS_WEEK', 0, 'waiting', 'Due today'],
    ['THIS_WEEK', 1, 'waiting', 'Due in 1 working day'],
    ['LATER', 12, 'plain', 'Due in 12 working days'],
  ])('%s, %i working days left', (group, left, tone, word) => expect(due(group, left)).toEqual({ tone, word }));

  it('over a weekend is late without a working day between', () => expect(due('OVERDUE', 0).word).toBe('Late'));
  it('is nobody’s hurry without a last day', () => expect(due('LATER', null, null).word).toBe('No last day'));
  it('is a day alone where the calendar ends', () => expect(due('LATER', null).word).toBe('Due'));
  it('does not press whoever waits', () => expect(due('WAITING_ON_OTHERS', -3).tone).toBe('plain'));
});
