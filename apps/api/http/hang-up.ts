// The end of a connection whose other side may still be sending. Cut off at once, the answer would often be lost on its way.
import { Socket } from 'node:net';
import type { Fastify } from './fastify.js';

/** Milliseconds in which the other side can read its answer. Nothing more is read from it. */
const PATIENCE = 1_000;

export function hangUp(socket: Socket, lastWords = ''): void {
  socket.pause();
  socket.end(lastWords);
  setTimeout(() => socket.destroy(), PATIENCE).unref();
}

/** For answers that are given before the whole body has come, such as 413: Node would cut off whoever is still sending it. */
export function hangUpGently(fastify: Fastify): void {
  fastify.addHook('onSend', ({ raw }, _reply, payload, done) => {
    const { socket } = raw;
    const cutOff = (): void => (raw.complete ? Socket.prototype.destroySoon.call(socket) : hangUp(socket));
    if (!raw.complete) socket.destroySoon = cutOff;
    done(null, payload);
  });
}
