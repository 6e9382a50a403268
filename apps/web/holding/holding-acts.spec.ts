import { describe, expect, it } from '@jest/globals';
import { holdingActs } from './holding-acts.js';

const held = (id: string | null, isAssignable = true) => ({ isAssignable, holder: id ? { person: { id } } : null });

describe('Work that several may do', () => {
  it.each([
    ['that nobody has is taken', held(null), { first: 'take', isMine: false, isOthers: false, from: undefined }],
    ['that I have is given back', held('me'), { first: 'giveBack', isMine: true, isOthers: false, from: 'me' }],
    [
      'that another has is taken over',
      held('they'),
      { first: 'takeOver', isMine: false, isOthers: true, from: 'they' },
    ],
    ['that is not mine is only told of', held('they', false), { first: undefined, isMine: false, isOthers: true }],
  ])('%s', (_, task, acts) => expect(holdingActs(task, 'me')).toMatchObject(acts));
});
