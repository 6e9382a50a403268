import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from './environment.js';

const external = { DATABASE_URL: 'postgres://a:b@c/d' };
const own = { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'assent' };
const starts = (env: Record<string, string>): boolean => readEnvironment(env).provider !== undefined;

describe('The demonstration’s provider', () => {
  it('is started with the demonstration', () => {
    expect([starts({}), starts({ ...external, ASSENT_DEMO: '1' })]).toEqual([true, true]);
    expect([starts({ ASSENT_DEMO: '0' }), starts(external)]).toEqual([false, false]);
  });

  it('is started in production only where it is asked for', () => {
    expect([starts({ NODE_ENV: 'production' }), starts({ NODE_ENV: 'production', ASSENT_DEMO: '1' })]).toEqual([
      ...[false, false],
    ]);
    expect(starts({ NODE_ENV: 'production', ASSENT_PROVIDER: '1' })).toBe(true);
  });

  it('is never started beside a provider of one’s own', () => {
    expect([starts(own), starts({ ...own, ASSENT_PROVIDER: '1' })]).toEqual([false, false]);
  });

  it('is left out where nobody wants it', () => expect(starts({ ASSENT_PROVIDER: '0' })).toBe(false));

  it('needs nothing, and a provider of one’s own the name that it gave to Assent', () => {
    expect(() => readEnvironment({ OIDC_ISSUER: 'https://login.example' })).toThrow('OIDC_CLIENT_ID');
    expect(() => readEnvironment({ ...own, OIDC_ISSUER: 'http://login.example' })).toThrow('OIDC_ISSUER');
  });
});
