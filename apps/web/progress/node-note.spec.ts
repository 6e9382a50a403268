import { describe, expect, it } from '@jest/globals';
import { nodeNote } from './node-note.js';

describe('The note of a state', () => {
  it('says since when it is here', () => {
    const note = nodeNote({ status: 'HERE', since: '2026-11-23T20:00:00Z', elapsedWorkingDays: 0 });
    expect(note).toBe('Here since Tue 24 Nov 2026');
  });

  it('says how long it took, where that is known', () => {
    expect(nodeNote({ status: 'DONE', since: null, elapsedWorkingDays: 1 })).toBe('Done, 1 working day');
    expect(nodeNote({ status: 'DONE', since: null, elapsedWorkingDays: null })).toBe('Done');
  });

  it('is a word for what has not been', () => {
    expect(nodeNote({ status: 'NEXT', since: null, elapsedWorkingDays: null })).toBe('Next');
  });
});
