import { describe, expect, it } from '@jest/globals';
import { readChosen, standingOf } from './quiz-state.js';

const quiz = [
  { id: 'QZ-1', options: [{ correct: false }, { correct: true }] },
  { id: 'QZ-2', options: [{ correct: true }, { correct: false }] },
];

describe('The quiz', () => {
  it('counts what is answered and what is right', () => {
    expect(standingOf({ 'QZ-1': 1 }, quiz)).toEqual({ answered: 1, right: 1, of: 2 });
    expect(standingOf({ 'QZ-1': 0, 'QZ-2': 0 }, quiz)).toEqual({ answered: 2, right: 1, of: 2 });
    expect(standingOf({}, quiz)).toEqual({ answered: 0, right: 0, of: 2 });
  });

  it('takes up what the browser kept', () =>
    expect(readChosen(JSON.stringify({ 'QZ-2': 1 }), quiz)).toEqual({ 'QZ-2': 1 }));

  it.each([null, 'null', 'no JSON', '{"QZ-1": 7}', '{"QZ-9": 0}', '{"QZ-1": "1"}', '[1]'])(
    'takes nothing from %j',
    kept => expect(readChosen(kept, quiz)).toEqual({}),
  );
});
