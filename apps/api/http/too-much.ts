// 429 at the door, before anything of a request is read.
import { rateLimitedMessage, retryAfter } from '../graphql/refusals.js';
import { refusalBody } from './refusal-body.js';

interface Answering {
  code(status: number): { header(name: string, value: string): { send(body: never): unknown } };
}

export function tooMuch(reply: Answering, seconds: number, correlationId: string): unknown {
  const body = refusalBody('RATE_LIMITED', rateLimitedMessage(seconds), correlationId);
  return reply
    .code(429)
    .header('retry-after', retryAfter(seconds))
    .send(body as never);
}
