// A payload becomes readable, and what is gone is said to be gone.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { treeOf } from './payload-tree.js';

describe('A payload to read', () => {
  it('has names for fields and words for keys, and no commitments', () => {
    const payload = {
      severity: 'MINOR',
      about: ['CN-1', 'PM-2'],
      statement: 'They will stop coming.',
      commitment: 'a'.repeat(64),
    };
    expect(treeOf(payload, [])).toEqual([
      { key: 'severity', name: 'Severity', is: 'fact', text: 'Minor' },
      { key: 'about', name: 'About', is: 'fact', text: 'CN-1, PM-2' },
      { key: 'statement', name: 'Statement', is: 'words', text: 'They will stop coming.' },
    ]);
  });

  it('names what was erased, in its place', () => {
    const payload = { title: { commitment: 'c' }, risks: [{ id: 'R-1', likelihood: 2, commitment: 'd' }] };
    const words = [
      { path: '/title', isErased: true, erasedBy: 'e-9' },
      { path: '/risks/0', isErased: true, erasedBy: null },
    ];
    const [title, risks] = treeOf(payload, words);
    expect(title).toMatchObject({ name: 'Title', is: 'erased', by: 'e-9' });
    expect(risks).toMatchObject({
      is: 'groups',
      groups: [[{ name: 'Id' }, { name: 'Likelihood' }, { is: 'erased', by: null }]],
    });
  });

  it('takes a lone text out of its node', () => {
    expect(treeOf({ title: { text: 'Kai support' } }, [])).toMatchObject([
      { name: 'Title', is: 'words', text: 'Kai support' },
    ]);
  });

  it('survives any JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), payload => Array.isArray(treeOf(payload, []))));
  });
});
