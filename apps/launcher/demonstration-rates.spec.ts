import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from './environment.js';

const names = (env: Record<string, string>): string[] => Object.keys(readEnvironment(env).rates);

describe('The rates of the demonstration', () => {
  it('are generous, where it is loaded', () => {
    expect(names({})).toEqual(['RATE_PER_PERSON', 'RATE_PER_TOKEN']);
    expect(names({ DATABASE_URL: 'postgres://a:b@c/d', ASSENT_DEMO: '1' })).toHaveLength(2);
  });

  it('are the usual ones where it is not, and those that are set by hand stand', () => {
    expect(names({ ASSENT_DEMO: '0' })).toEqual([]);
    expect(names({ DATABASE_URL: 'postgres://a:b@c/d' })).toEqual([]);
    expect(names({ RATE_PER_TOKEN: '5:50' })).toEqual(['RATE_PER_PERSON']);
  });
});
