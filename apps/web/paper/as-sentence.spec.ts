import { expect, it } from '@jest/globals';
import { asSentence } from './as-sentence.js';

it.each([
  ['Three years, with the orders', 'Three years, with the orders.'],
  ['Nobody is named. ', 'Nobody is named. '],
  ['Is it joined?', 'Is it joined?'],
  ['They said “no.”', 'They said “no.”'],
])('%j reads %j', (written, read) => expect(asSentence(written)).toBe(read));
