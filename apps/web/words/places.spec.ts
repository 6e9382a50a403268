import { expect, it } from '@jest/globals';
import { sectionNames } from './places.js';

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
