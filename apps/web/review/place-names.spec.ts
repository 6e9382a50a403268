import { describe, expect, it } from '@jest/globals';
import { fieldName, namesOf, placeName } from './place-names.js';

const none = { purposes: [], dataItems: [], recipients: [], alternatives: [], risks: [] };
const names = namesOf({
  questions: [{ question: { id: 'PM-1', title: 'Purpose in plain words' } }],
  facts: [{ key: 'aboutChildren', title: 'Is it about children?' }],
  dossier: { ...none, purposes: [{ id: 'P-1', statement: 'Find out.' }] },
});

describe('A place', () => {
  it.each([
    ['retention', 'Retention'],
    ['PM-1', 'PM-1: Purpose in plain words'],
    ['answers.PM-9', 'PM-9'],
    ['facts.aboutChildren', 'Is it about children?'],
    ['purposes.P-1.benefit', 'Purpose P-1: Find out.'],
    ['alternatives.0190f5a4-7d2c', 'Alternative'],
    ['The tone of it', 'The tone of it'],
  ])('%s is called %s', (place, name) => expect(placeName(place, names)).toBe(name));
});

describe('A field', () => {
  it.each([
    ['whyNot', 'Why not chosen'],
    ['P-1', 'Purpose P-1: Find out.'],
    ['transferRoute', 'Transfer route'],
  ])('%s is called %s', (field, name) => expect(fieldName(field, names)).toBe(name));
});
