// Sessions of people who signed in with a browser.
export {
  beginSession,
  findLinkedPerson,
  type Beginning,
  type ClaimedIdentity,
  type LinkedPerson,
} from './begin-session.js';
export { endSession, endSessionInHand, endSessionsOf, type EndedSession } from './end-sessions.js';
export { findSession, type SessionInHand, type SignedIn } from './find-session.js';
export { listSessions, type SessionRecord } from './list-sessions.js';
export { type SessionTimes } from './session.js';
