// The browser sees nothing of the rules: that it calls the sign-offs as they do is held here.
import { describe, expect, it } from '@jest/globals';
import { signOffKinds } from '#governance';
import { signOffNames } from '../../apps/web/words/states.js';

describe('The names of the sign-offs', () => {
  it('are those of the rules', () => {
    const titles = Object.entries(signOffKinds).map(([key, { title }]) => [key, title]);
    expect(signOffNames).toEqual(Object.fromEntries(titles));
  });
});
