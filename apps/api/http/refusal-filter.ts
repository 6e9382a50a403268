// What HTTP itself refuses, and what breaks outside GraphQL, in the shape of GraphQL's errors. A fault is logged and masked.
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { faultOf, type LogFault, toldOf } from '../graphql/faults.js';
import { LIMITS } from '../graphql/limits.js';
import { shorten } from '../graphql/wording.js';
import type { Reply } from './fastify.js';
import { JSON_ONLY, type RefusalBody, refusalBody, sendRefusal } from './refusal-body.js';

type Header = [name: string, value: string];

interface Answering extends Reply {
  header(...header: Header): unknown;
}

/** By status: the code, and the sentence that names the limit and the remedy. Others speak for themselves. */
const REFUSALS: Record<number, [code: string, message?: string]> = {
  400: ['BAD_REQUEST', 'The body is not well-formed JSON; send one JSON object with `query` and `variables`.'],
  401: ['UNAUTHENTICATED'],
  403: ['FORBIDDEN'],
  404: ['NOT_FOUND', 'There is nothing at this address; the API is at POST /graphql.'],
  405: ['METHOD_NOT_ALLOWED'],
  413: ['BODY_TOO_LARGE', `A body may have ${LIMITS.bodyBytes} bytes (256 KB); send less at a time.`],
  415: ['UNSUPPORTED_MEDIA_TYPE', JSON_ONLY],
};

@Catch()
export class RefusalFilter implements ExceptionFilter {
  constructor(private readonly logFault: LogFault) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    // Errors of resolvers go on to Apollo's formatError, untouched; Nest's own filter would log them with all they carry.
    if (host.getType<string>() === 'graphql') throw thrown;
    const [request, reply] = host.getArgs<[{ id: string }, Answering]>();
    if (brokeOff(thrown)) return sendRefusal(reply, 400, refusalBody('BAD_REQUEST', 'The body broke off.', request.id));
    if (thrown instanceof GraphQLError && thrown.extensions['http']) return sendOwn(reply, thrown, request.id);
    const status = thrown instanceof HttpException ? thrown.getStatus() : 500;
    if (status >= 500) return this.fail(thrown, reply, request.id);
    sendRefusal(reply, status, refused(thrown as HttpException, request.id));
  }

  private fail(thrown: unknown, reply: Reply, correlationId: string): void {
    this.logFault(faultOf(thrown, correlationId));
    const { code, status, message } = toldOf(thrown, correlationId);
    sendRefusal(reply, status, refusalBody(code, message, correlationId));
  }
}

/** A refusal of ours out of a handler that is no GraphQL: the same code, sentence, status and headers as there. */
function sendOwn(reply: Answering, { message, extensions }: GraphQLError, correlationId: string): void {
  const { status = 400, headers } = (extensions['http'] ?? {}) as { status?: number; headers?: Iterable<Header> };
  for (const [name, value] of headers ?? []) reply.header(name, value);
  sendRefusal(reply, status, refusalBody(String(extensions['code']), message, correlationId));
}

/** A client that hung up in the middle of its body, or sent one that cannot be read: Fastify adds the status to Node's error. */
function brokeOff(thrown: unknown): boolean {
  const { code, statusCode } = (thrown ?? {}) as { code?: unknown; statusCode?: unknown };
  return code === 'ECONNRESET' && statusCode === 400;
}

/** Fastify's own refusals carry their cause, and get our sentence; those that a controller throws keep the controller's. */
function refused(exception: HttpException, correlationId: string): RefusalBody {
  const [code, sentence] = REFUSALS[exception.getStatus()] ?? ['BAD_REQUEST'];
  const isOurs = exception.cause === undefined && exception.getStatus() !== 404;
  const message = isOurs ? exception.message : (sentence ?? exception.message);
  return refusalBody(code, shorten(message), correlationId);
}
