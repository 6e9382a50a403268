// Somebody who is connected, as subscriptions know them.
import type { Viewer } from '#store';
import type { RequestContext } from '../identity/context.js';

export interface Connection {
  /**
   * Asked before everything that is told: who they are at this moment. Undefined once they are nobody any more, or not who they were: their
   * session or token ended, or a role of theirs did. Then the connection is closed.
   */
  viewerNow(): Promise<Viewer | undefined>;
}

export interface LiveContext extends RequestContext {
  connection: Connection;
}
