// How much one WebSocket may take, and how many there may be.

export const SOCKETS = {
  /** Of one person at a time, on one process. */
  perPerson: 20,
  /** From one network at a time, on one process. */
  perNetwork: 500,
  /** Subscriptions of one socket at a time. */
  subscriptions: 20,
  /** Bytes of one message. */
  messageBytes: 65_536,
  /** Milliseconds in which it has to be said who comes. */
  introduction: 5_000,
  /** Milliseconds between two pings; who does not answer before the next one is gone. */
  ping: 30_000,
  /** Bytes that may wait for a client that does not read them. */
  heldBytes: 1_048_576,
};

export type SocketLimits = typeof SOCKETS;
