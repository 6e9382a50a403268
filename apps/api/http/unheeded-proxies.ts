// A proxy that nobody told us of: everybody behind it seems to come from one address, and one who guesses tokens keeps all waiting.
import { tell } from '#telemetry';
import type { Fastify } from './fastify.js';

/** Once for each application: anybody may send the header. */
export function tellUnheededProxies(fastify: Fastify): void {
  let isTold = false;
  fastify.addHook('onRequest', ({ headers, ips = [] }, _reply, done) => {
    // The first address is that of the connection; another one is there only where it is trusted.
    if (!isTold && headers['x-forwarded-for'] !== undefined && ips.length < 2) {
      isTold = true;
      tell('forwarding-unheeded', {});
    }
    done();
  });
}
