import { describe, expect, it } from '@jest/globals';
import type { Leaves } from './leaves.js';
import { sectionAt, sectionFor, stateOf, type Asked, type SectionKey } from './sections.js';

const question = (id: string, answerType = 'long_text'): Asked => ({
  ...{ id, answerType, options: [], columns: [], required: true },
});
const state = (section: SectionKey, leaves: Leaves, questions: Asked[] = []) =>
  stateOf(section, { leaves, questions, held: [] }).word;
const stated: Leaves = { 'facts.identifiability': 'aggregate' };
const answered = (value: string) => ({ value, gap: null, evidence: [] });

describe('A section', () => {
  it.each([
    ['title', 'summary'],
    ['transferRoute', 'retention'],
    ['answers.PM-1', 'PM'],
    ['dataItems.D-2.necessity', 'dataItems'],
    ['facts.bulk', 'facts'],
    ['nowhere', 'summary'],
  ] as const)('shows %s: %s', (place, section) => expect(sectionFor(place)).toBe(section));

  it('is found from the links of blockers and checks', () => {
    expect(sectionAt('answers', 'answers-RK-9')).toBe('RK');
    expect(sectionAt('TC', '')).toBe('TC');
    expect(sectionAt(undefined, '')).toBe('summary');
  });

  it('says how much there is to answer, and when it is done', () => {
    const questions = [question('PM-1'), question('PM-2'), question('PM-7', 'computed'), question('PR-1')];
    expect(state('PM', stated, questions)).toBe('2 to answer');
    const one = { ...stated, 'answers.PM-1': answered('To place teams.') };
    expect(state('PM', one, questions)).toBe('1 to answer');
    expect(state('PM', { ...one, 'answers.PM-2': { value: null, gap: 'Not known.', evidence: [] } }, questions)).toBe(
      'Done',
    );
  });

  it('cannot start before what it rests on', () => {
    expect(state('dataItems', {})).toBe('Cannot start yet: needs a purpose');
    expect(state('PM', {}, [question('PM-1')])).toMatch(/^Cannot start yet/);
  });

  it('counts data items without a reason', () => {
    const items = { purposes: ['P-1'], dataItems: ['D-1'] };
    expect(state('dataItems', items)).toBe('1 to answer');
    expect(state('dataItems', { ...items, 'dataItems.D-1.necessity': 'To count.' })).toBe('Done');
  });

  it('is not done as long as something of it is only in the browser', () => {
    const leaves = { title: 'Visits', summary: 'Counts.' };
    const held = [{ place: 'summary', why: 'hidden-signs' as const }];
    expect(stateOf('summary', { leaves, questions: [], held }).word).toBe('In progress');
  });
});
