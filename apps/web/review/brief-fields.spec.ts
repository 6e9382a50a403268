import { describe, expect, it } from '@jest/globals';
import { isBrief, isShort, isWholePlace, unsaid } from './brief-fields.js';
import type { FieldChange } from './changed-places.js';

const same = (name: string, value: string | string[]): FieldChange => ({ name, before: value, after: value });
const names = (fields: FieldChange[]) => fields.map(({ name }) => name);

describe('The fields of a place', () => {
  const risk = [same('title', 'Small numbers'), same('mitigation', 'Bands of ten.')];

  it('do not repeat what its name says', () => {
    expect(names(unsaid({ fields: risk, kind: 'same' }, 'Risk R-1: Small numbers'))).toEqual(['mitigation']);
    expect(names(unsaid({ fields: risk, kind: 'same' }, 'Risk R-1: Small …'))).toEqual(['title', 'mitigation']);
  });

  it('are all there where they changed, and where they are all there is', () => {
    expect(unsaid({ fields: risk, kind: 'changed' }, 'Risk R-1: Small numbers')).toEqual(risk);
    const whole = [same('title', 'Small numbers')];
    expect([isWholePlace(whole), unsaid({ fields: whole, kind: 'same' }, 'Title: Small numbers')]).toEqual([
      true,
      whole,
    ]);
  });

  it('stand beside the name where they are a few words', () => {
    expect(isBrief({ fields: [same('value', 'yes')] })).toBe(true);
    expect(isBrief({ fields: [same('answer', ['yes'])] })).toBe(false);
    expect(isBrief({ fields: [same('value', 'x'.repeat(41))] })).toBe(false);
  });

  it('are short only where both what was and what is are', () => {
    expect(isShort({ name: 'owner', before: 'Head', after: 'x'.repeat(41) })).toBe(false);
    expect(isShort(same('purposeIds', ['P-1']))).toBe(false);
  });
});
