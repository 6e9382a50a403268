// A small stand-in for the product in the player's own tests: answers GraphQL over HTTP as a test scripts it.
import { once } from 'node:events';
import { type IncomingMessage, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the stand-in saw it; `operation` is the command of a mutation, or the name of the query. */
export interface Asked {
  persona: string;
  operation: string;
  variables: Record<string, any>;
  query: string;
}

/** Data to answer with, or a status, headers and body of its own. */
export type Reply = { data: unknown } | { status: number; headers?: Record<string, string>; body: unknown };

export type Script = Record<string, (asked: Asked, nth: number) => Reply>;

export const receipt = (id: string, version: number, entries: { type: string; payload: unknown }[] = []) => ({
  __typename: 'Receipt',
  commandId: 'c',
  replayed: false,
  proposal: { id, version },
  entries,
});

export const problem = (kind: string, code: string, subjects: string[] = [], path: string[] | null = null) => ({
  __typename: 'Problem',
  kind,
  code,
  message: `The product says ${code}.`,
  path,
  blockers: subjects.map(subject => ({ code, message: `${subject} stands in the way.`, subject })),
});

/** The answer of a mutation: its one field is named after the command. */
export const result = (asked: Asked, value: unknown): Reply => ({ data: { [asked.operation]: value } });

export const proposal = (value: unknown): Reply => ({ data: { proposal: value } });

export class FakeProduct {
  readonly asked: Asked[] = [];
  private readonly server: Server;
  private readonly counts = new Map<string, number>();

  constructor(private readonly script: Script) {
    this.server = createServer((request, response) => {
      void this.answer(request).then(reply => {
        const [status, body] = 'status' in reply ? [reply.status, reply.body] : [200, reply];
        const headers = 'status' in reply ? reply.headers : {};
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(typeof body === 'string' ? body : JSON.stringify(body));
      });
    });
  }

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  /** What was sent for one operation, in order. */
  sent(operation: string): Asked[] {
    return this.asked.filter(one => one.operation === operation);
  }

  private async answer(request: IncomingMessage): Promise<Reply> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const persona = (request.headers.authorization ?? '').replace('Bearer token-of-', '');
    const asked = { persona, operation: operationOf(query), variables, query };
    this.asked.push(asked);
    const nth = (this.counts.get(asked.operation) ?? 0) + 1;
    this.counts.set(asked.operation, nth);
    const reply = this.script[asked.operation];
    return reply
      ? reply(asked, nth)
      : { status: 400, body: { errors: [{ message: `No script for ${asked.operation}.` }] } };
  }
}

function operationOf(query: string): string {
  const command = /mutation Play[^{]*\{\s*(\w+)/.exec(query)?.[1];
  return command ?? /query (\w+)/.exec(query)?.[1] ?? '';
}
