import { expect, it } from '@jest/globals';
import { sectionNames, subjectName } from './places.js';

it.each([
  [['retention'], ['Retention']],
  [
    ['dataItems.D-1.name', 'dataItems.D-2.necessity', 'answers.PM-1', 'answers.PM-2.gap'],
    ['Data items', 'PM-1', 'PM-2'],
  ],
  [['conflict'], ['A conflict of interest was declared']],
  [
    ['somethingNew', 'constructor'],
    ['somethingNew', 'constructor'],
  ],
])('%j are %j', (places, names) => expect(sectionNames(places)).toEqual(names));

it.each([
  ['facts.identifiability', 'Facts'],
  ['dataItems', 'Data items'],
  ['PM-1', 'PM-1'],
  ['signOff:privacy_risk', 'Privacy risk'],
  ['concern:0198c2f4-1111-7000-8000-000000000000', 'Concern'],
])('what is about %j is called %j', (subject, name) => expect(subjectName(subject)).toBe(name));
