// A checklist while it is gone through.
import { describe, expect, it } from '@jest/globals';
import { answeredOf, checklistInput, draftsFrom, isWhole, lacksNote, type TickDrafts } from './checklist-drafts.js';

const asked = ['PM-1', 'PM-2', 'PM-3'];
const drafts: TickDrafts = {
  'PM-3': { answer: 'NO', note: ' Nobody is named. ' },
  'PM-1': { answer: 'YES', note: '  ' },
  'PM-2': { answer: null, note: 'taken back' },
  'RK-2': { answer: 'YES', note: '' },
};

describe('A checklist that is gone through', () => {
  it('counts what is ticked of what is asked', () => {
    expect([answeredOf(drafts, asked), answeredOf({}, asked)]).toEqual([2, 0]);
  });

  it('sends what is ticked, in the order in which it is asked, and nothing that is not asked any more', () => {
    expect(checklistInput(drafts, asked)).toEqual([
      { questionId: 'PM-1', answer: 'YES' },
      { questionId: 'PM-3', answer: 'NO', note: 'Nobody is named.' },
    ]);
  });

  it('sends no list where nothing is ticked', () => {
    expect([checklistInput({}, asked), checklistInput(drafts, ['PM-9', 'toString'])]).toEqual([undefined, undefined]);
  });

  it('wants a reason for No and for what does not apply', () => {
    const lacking = (answer: 'YES' | 'NO' | 'NOT_APPLICABLE' | null, note = ' ') => lacksNote({ answer, note });
    expect([lacking('NO'), lacking('NOT_APPLICABLE'), lacking('YES'), lacking(null), lacking('NO', 'So.')]).toEqual([
      ...[true, true, false, false, false],
    ]);
    expect([isWhole(drafts, asked), isWhole({ 'PM-1': { answer: 'NO', note: '' } }, asked)]).toEqual([true, false]);
    expect(isWhole({ 'RK-2': { answer: 'NO', note: '' } }, asked)).toBe(true);
  });

  it('begins with what was ticked last time', () => {
    const answers = [{ questionId: 'PM-1', answer: 'YES' as const, note: null }];
    expect(checklistInput(draftsFrom(answers), asked)).toEqual([{ questionId: 'PM-1', answer: 'YES' }]);
  });
});
