// A day as people write it, however the browser is set.
import { describe, expect, it } from '@jest/globals';
import { dayFrom, dayShown } from './written-day.js';

describe('A written day', () => {
  it.each([
    ['1/3/2027', '2027-03-01'],
    ['01/03/2027', '2027-03-01'],
    ['13/3/27', '2027-03-13'],
    ['1.3.2027', '2027-03-01'],
    ['1-3-2027', '2027-03-01'],
    ['1 3 2027', '2027-03-01'],
    ['2027-03-01', '2027-03-01'],
    ['2027/3/1', '2027-03-01'],
    [' 1 March 2027 ', '2027-03-01'],
    ['1 mar 2027', '2027-03-01'],
    ['1st of March, 2027', '2027-03-01'],
    ['Mon 1 Mar 2027', '2027-03-01'],
    ['Monday, 1 March 2027', '2027-03-01'],
    ['29/2/2028', '2028-02-29'],
    ['1 Sept 2027', '2027-09-01'],
  ])('“%s” is %s', (text, day) => expect(dayFrom(text)).toBe(day));

  it.each([
    '',
    '3/2027',
    '13/13/2027',
    '29/2/2027',
    '31 April 2027',
    '1 Ma 2027',
    '1/3/202',
    'tomorrow',
    '2027-02-30',
    '1 March 2027 x',
    '0/3/2027',
  ])('“%s” is none', text => expect(dayFrom(text)).toBeUndefined());

  it('is shown so that it can be neither misread nor misunderstood, and is read back as itself', () => {
    expect(dayShown('2027-03-01')).toBe('Mon 1 Mar 2027');
    expect(dayShown('')).toBe('');
    for (const day of ['2026-09-27', '2026-12-31', '2028-02-29', '2027-06-30'])
      expect(dayFrom(dayShown(day))).toBe(day);
  });
});
