import { describe, expect, it } from '@jest/globals';
import { changedPlaces, isWithin, placeKey, wholeDossier } from './changed-places.js';
import type { ShownDossier } from './place-values.js';

const dossier = (more: Partial<ShownDossier['dossier']> = {}, title = 'Kai support'): ShownDossier => ({
  title,
  dossier: {
    summary: null,
    facts: { identifiability: 'aggregate', aboutChildren: false },
    purposes: [{ id: 'P-1', statement: 'Find out.', benefit: null } as { id: string }],
    ...{ dataItems: [], recipients: [], alternatives: [], risks: [] },
    ...{ retention: 'Two years.', transferRoute: null },
    answers: [{ questionId: 'PM-1', value: 'Plain words.', gap: null, evidence: ['A note'] }],
    ...more,
  },
});

describe('What changed between two revisions', () => {
  it('is nothing between equals', () => expect(changedPlaces(dossier(), dossier())).toEqual([]));

  it('is told field by field, only those that changed', () => {
    const answers = [{ questionId: 'PM-1', value: 'Plainer words.', gap: null, evidence: ['A note'] }];
    expect(changedPlaces(dossier(), dossier({ answers, retention: 'Seven years.' }))).toEqual([
      {
        place: 'retention',
        kind: 'changed',
        fields: [{ name: 'retention', before: 'Two years.', after: 'Seven years.' }],
      },
      {
        place: 'answers.PM-1',
        kind: 'changed',
        fields: [{ name: 'answer', before: 'Plain words.', after: 'Plainer words.' }],
      },
    ]);
  });

  it('names what came and what went, in the order of the dossier', () => {
    const purposes = [{ id: 'P-2', statement: 'Place teams.' } as { id: string }];
    const facts = { identifiability: 'aggregate', aboutChildren: true };
    const changes = changedPlaces(dossier(), dossier({ purposes, facts, retention: null }));
    expect(changes.map(({ place, kind }) => [place, kind])).toEqual([
      ['facts.aboutChildren', 'added'],
      ['purposes.P-2', 'added'],
      ['purposes.P-1', 'removed'],
      ['retention', 'removed'],
    ]);
  });

  it('shows answers of every shape', () => {
    const value = { choice: 'yes', text: 'Because.' };
    const table = [{ who: 'Somebody', what: 'Something' }, 'One entry.'];
    const answers = [
      { questionId: 'TC-1', value, gap: null, evidence: [] },
      { questionId: 'TC-2', value: table, gap: null, evidence: [] },
      { questionId: 'TC-3', value: null, gap: 'Nothing yet.', evidence: [] },
    ];
    const shown = changedPlaces(dossier({ answers: [] }), dossier({ answers }));
    expect(shown.map(({ fields }) => fields.map(({ name, after }) => [name, after]))).toEqual([
      [
        ['choice', 'yes'],
        ['text', 'Because.'],
      ],
      [['answer', ['who: Somebody; what: Something', 'One entry.']]],
      [['gap', 'Nothing yet.']],
    ]);
  });
});

describe('A whole dossier', () => {
  it('says how identifying data are in words, not by their key', () => {
    const dataItems = [{ id: 'D-1', name: 'Visits', identifiability: 'identified' } as { id: string }];
    const shown = wholeDossier(dossier({ dataItems })).flatMap(({ fields }) => fields.map(({ after }) => after));
    expect(shown).toEqual(
      expect.arrayContaining(['Aggregate: counts only', 'Identified: names, or as good as a name']),
    );
  });

  it('leaves out what has nothing in it', () => {
    expect(wholeDossier(dossier()).map(({ place }) => place)).toEqual([
      ...['title', 'facts.identifiability', 'purposes.P-1', 'retention', 'answers.PM-1'],
    ]);
  });
});

describe('A place', () => {
  it.each([
    ['PM-1', 'answers.PM-1'],
    ['risks.K-1.mitigation', 'risks.K-1'],
    ['retention', 'retention'],
  ])('that somebody calls %s is %s', (said, key) => expect(placeKey(said)).toBe(key));

  it('lies within its section, and in no other of a like name', () => {
    expect([isWithin('purposes.P-1', ['purposes']), isWithin('purposes.P-10', ['purposes.P-1'])]).toEqual([
      true,
      false,
    ]);
    expect(isWithin('answers.PM-1', ['PM-1'])).toBe(true);
  });
});
