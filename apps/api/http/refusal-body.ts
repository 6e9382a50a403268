// What HTTP refuses, in the shape of GraphQL's errors: a client reads errors[0].extensions.code of either. The correlation id is in
// the body here and in faults of ours; what GraphQL itself refuses has it in the header only, as every answer does.
import type { Reply } from './fastify.js';

export interface RefusalBody {
  errors: [{ message: string; extensions: { code: string; correlationId: string } }];
}

export const JSON_ONLY = 'The API reads JSON in UTF-8 only, not compressed; send content-type: application/json.';

export function refusalBody(code: string, message: string, correlationId: string): RefusalBody {
  return { errors: [{ message, extensions: { code, correlationId } }] };
}

/** Sends it. Fastify's own type of `send` depends on schemas of answers, which we do not declare. */
export function sendRefusal(reply: Reply, status: number, body: RefusalBody): void {
  reply.code(status).send(body as never);
}
