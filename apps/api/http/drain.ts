// The end in order: what is in hand is finished and answered, what comes in is sent elsewhere, then nothing is left.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Readiness } from '../health/readiness.js';
import type { Fastify } from './fastify.js';
import { refusalBody, sendRefusal } from './refusal-body.js';

export const DRAINING: Readiness = { ready: false, parts: { process: 'draining' } };

/** Seconds after which a client may try again: by then another process serves, or this one has been started anew. */
const LATER = '5';

export class Drain {
  private readonly inHand = new Set<object>();
  private hasBegun = false;

  get isDraining(): boolean {
    return this.hasBegun;
  }

  /** Requests that are not answered yet. */
  get count(): number {
    return this.inHand.size;
  }

  /** Before every other hook, so that a request that is turned away costs nothing. */
  guard(fastify: Fastify): void {
    fastify.addHook('onRequest', (request, reply, done) => {
      this.inHand.add(request);
      // Whether it was answered or its client went away.
      reply.raw.once('close', () => this.inHand.delete(request));
      if (!this.hasBegun || request.routeOptions.url === '/livez') return done();
      if (request.routeOptions.url === '/readyz') return void reply.code(503).send(DRAINING);
      const message = 'This process is about to end; send the request again in a few seconds.';
      sendRefusal(reply.header('retry-after', LATER), 503, refusalBody('SHUTTING_DOWN', message, request.id));
    });
    fastify.addHook('onSend', (_request, reply, payload, done) => {
      if (this.hasBegun) reply.header('connection', 'close');
      done(null, payload);
    });
  }

  /** It is answered, though its connection stays: it has become a WebSocket, which ends when the server does. */
  release(request: object): void {
    this.inHand.delete(request);
  }

  /** Resolves with the number of requests that had to be cut off: 0 unless one took longer than `seconds`. */
  async end(app: NestFastifyApplication, seconds: number): Promise<number> {
    this.hasBegun = true;
    const server = app.getHttpServer();
    // A connection may fall idle after the server closed those that were.
    const sweeping = setInterval(() => server.closeIdleConnections(), 50);
    const isClosed = await Promise.race([app.close().then(() => true), sleep(seconds * 1000, false, { ref: false })]);
    clearInterval(sweeping);
    const cutOff = isClosed ? 0 : this.count;
    server.closeAllConnections();
    return cutOff;
  }
}
