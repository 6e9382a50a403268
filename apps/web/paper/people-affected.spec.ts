import { describe, expect, it } from '@jest/globals';
import { answerText, factsOf, groupsOf } from './people-affected.js';

const known = [
  { key: 'aboutChildren', title: 'About tamariki', type: 'boolean' },
  { key: 'usesLinkage', title: 'Data are joined', type: 'boolean' },
  { key: 'populationSize', title: 'How many people', type: 'count' },
];

describe('The people affected', () => {
  it('are named once each', () => {
    expect(
      groupsOf({ dataItems: [{ about: 'client' }, { about: 'child ' }, { about: 'client' }, { about: ' ' }] }),
    ).toEqual(['client', 'child']);
  });

  it('are told by the facts that hold, and by no other', () => {
    expect(factsOf({ facts: { aboutChildren: true, usesLinkage: false, populationSize: 12000 } }, known)).toEqual([
      'About 12,000 people.',
      'About tamariki',
    ]);
    expect(factsOf({ facts: null }, known)).toEqual([]);
  });

  it('are told in the words of an answer, whatever its shape, or of its gap', () => {
    const answers = [
      { questionId: 'CN-1', value: [{ who: 'Whānau', how: 'through visits' }, 'workers'], gap: null },
      { questionId: 'CN-2', value: null, gap: 'Nobody knows.' },
    ];
    expect(answerText(answers, 'CN-1')).toBe('Whānau, through visits; workers');
    expect(answerText(answers, 'CN-2')).toBe('Nobody knows.');
    expect(answerText(answers, 'CN-3')).toBeUndefined();
  });
});
