import { describe, expect, it } from '@jest/globals';
import { checksAlike } from './checks-alike.js';

const check = (place: string, message: string, remedy = 'Mend it.') => ({ place, message, remedy });

describe('What a careful reader would ask', () => {
  it('is asked once for all places that it is asked of', () =>
    expect(
      checksAlike([check('dataItems.D-1', 'Why?'), check('retention', 'How long?'), check('dataItems.D-2', 'Why?')]),
    ).toEqual([
      { message: 'Why?', remedy: 'Mend it.', places: ['dataItems.D-1', 'dataItems.D-2'] },
      { message: 'How long?', remedy: 'Mend it.', places: ['retention'] },
    ]));

  it('is asked apart where another remedy helps', () =>
    expect(checksAlike([check('a', 'Why?'), check('b', 'Why?', 'Ask.')])).toHaveLength(2));
});
