import { describe, expect, it } from '@jest/globals';
import {
  correlationOf,
  isPassing,
  isUnauthenticated,
  isUnreachable,
  type Failure,
  wantsFreshSignIn,
} from './faults.js';

const coded = (code: string, status = 200): Failure => ({
  graphQLErrors: [{ extensions: { code, correlationId: 'c-1' } }],
  response: { status },
});
const offline: Failure = { networkError: new TypeError('fetch'), graphQLErrors: [], response: undefined };

describe('A failed answer', () => {
  it('is worth another try when nobody was reached, or the api asks for it', () => {
    expect([offline, coded('RATE_LIMITED', 429), coded('SHUTTING_DOWN', 503)].map(isPassing)).toEqual([
      true,
      true,
      true,
    ]);
    expect(isPassing({ networkError: new Error(), graphQLErrors: [], response: { status: 502 } })).toBe(true);
  });

  it('is not worth one when it would be the same again', () => {
    const lasting = [coded('UNAUTHENTICATED', 401), coded('INTERNAL_SERVER_ERROR'), coded('BAD_USER_INPUT', 400)];
    expect(lasting.map(isPassing)).toEqual([false, false, false]);
  });

  it('leads to the sign-in when the api does not know us', () => {
    expect(isUnauthenticated(coded('UNAUTHENTICATED', 401))).toBe(true);
    expect(isUnauthenticated({ networkError: new Error(), graphQLErrors: [], response: { status: 401 } })).toBe(true);
    expect(isUnauthenticated(offline)).toBe(false);
  });

  it('asks for a fresh sign-in where the act wants one', () => {
    expect(wantsFreshSignIn(coded('REAUTHENTICATE', 403))).toBe(true);
    expect([wantsFreshSignIn(offline), isPassing(coded('REAUTHENTICATE', 403))]).toEqual([false, false]);
  });

  it('names its correlation id where there is one', () => {
    expect(correlationOf(coded('INTERNAL_SERVER_ERROR'))).toBe('c-1');
    expect(correlationOf(offline)).toBeUndefined();
    expect(isUnreachable(offline)).toBe(true);
  });
});
