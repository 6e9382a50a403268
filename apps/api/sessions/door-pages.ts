// The routes of signing in and out, each behind the attempts that a network has. They stand beside GraphQL and need no session.
import type { IncomingHttpHeaders } from 'node:http';
import type { LogFault } from '../graphql/faults.js';
import type { RateLimits } from '../graphql/rate-limits.js';
import type { Fastify } from '../http/fastify.js';
import { networkOf } from '../http/network-of.js';
import type { Site } from '../http/site.js';
import { pageAnswer, tooOften, type Answer } from './answer.js';
import { afterFailure } from './failures.js';
import { fromProvider, toProvider, type Coming, type SigningIn } from './sign-in.js';
import { signOut } from './sign-out.js';
import * as words from './words.js';

interface Asking {
  id: string;
  url: string;
  ip: string;
  headers: IncomingHttpHeaders;
}

interface Answering {
  code(status: number): { headers(all: Answer['headers']): { send(content: string): unknown } };
}

/** What the door knows besides: where we are reached, and how much may be tried. */
export interface Around {
  site: Site;
  limits: RateLimits;
}

/** A form without fields has a body all the same: nothing of it is read. */
const bodyLimit = 1_024;

export const doorPages =
  (signingIn: SigningIn, logFault: LogFault) =>
  (fastify: Fastify, { site, limits }: Around): void => {
    const page = (work: (coming: Coming) => Answer | Promise<Answer>) => async (request: Asking, reply: Answering) => {
      const { id, url: path, headers } = request;
      const coming = { id, path, headers };
      const seconds = limits.accountOfAddress(networkOf(request.ip)).enter();
      const answering = async (): Promise<Answer> => (seconds > 0 ? tooOften(seconds) : work(coming));
      const answer = await answering().catch(afterFailure(coming, logFault));
      return reply.code(answer.status).headers(answer.headers).send(answer.content);
    };
    void fastify.register(async scope => {
      scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit }, (_request, _body, done) => done(null));
      scope.get(
        '/sign-in',
        page(coming => toProvider(signingIn, site, coming)),
      );
      scope.get(
        '/sign-in/callback',
        page(coming => fromProvider(signingIn, site, coming)),
      );
      scope.post(
        '/sign-out',
        page(coming => signOut(signingIn, site, coming)),
      );
      scope.get(
        '/signed-out',
        page(() => pageAnswer(200, words.signedOut())),
      );
    });
  };
