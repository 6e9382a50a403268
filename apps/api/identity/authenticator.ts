// Whose an access token or a session is. A session reads and sends commands; what a token may, it says itself.
import type { DataSource } from 'typeorm';
import { authenticate, findSession, type SessionTimes, type Viewer } from '#store';
import type { Authenticate } from '../http/authentication.js';

export const authenticator =
  (dataSource: DataSource, times: SessionTimes, isSeen = true): Authenticate<Viewer> =>
  async ({ kind, secret }, isAttended = true) => {
    if (kind === 'token') return authenticate(dataSource, secret);
    const signedIn = await findSession(dataSource, secret, times, isSeen && isAttended);
    return signedIn && { ...signedIn, scopes: ['read', 'write'] };
  };
