// Why a WebSocket of ours ends: the close code, and the sentence with it. Codes of the protocol graphql-transport-ws are its own.
import type { WebSocket } from 'ws';

export interface Ending {
  code: number;
  /** 123 bytes at most. */
  reason: string;
}

export const endings = {
  /** The client comes back to another process, or to this one started anew. */
  draining: { code: 1001, reason: 'This process is about to end; connect again.' },
  /** Nobody, or nobody any more: the client has to ask for another sign-in or token. */
  unknown: { code: 4401, reason: 'Your session or access token is not known any more, or your roles changed.' },
  slow: { code: 1013, reason: 'You read too slowly, or not at all; connect again, and ask again for what you show.' },
  tooManyOfYours: { code: 1013, reason: 'You have too many connections; close one, and connect again.' },
  unreadable: { code: 4400, reason: 'This message is none that a client sends.' },
  failed: { code: 1011, reason: 'Something went wrong on our side; connect again.' },
} as const satisfies Record<string, Ending>;

export const waiting = (seconds: number): Ending => ({
  code: 1013,
  reason: `Too much was asked in a short time; connect again in ${Math.ceil(seconds)} s.`,
});

/** Milliseconds in which the other side may read what was sent, and close too. */
const PATIENCE = 3_000;

/** Does nothing to one that is ending already. */
export function endSocket(socket: WebSocket, { code, reason }: Ending): void {
  if (socket.readyState !== socket.OPEN) return;
  socket.close(code, reason);
  setTimeout(() => socket.terminate(), PATIENCE).unref();
}
