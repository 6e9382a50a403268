// The WebSockets of an application: its own schema, context and refusals, so that what holds for HTTP holds here.
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { INestApplicationContext } from '@nestjs/common';
import type { Viewer } from '#store';
import { GRAPHQL_OPTIONS } from '../graphql/options.js';
import type { RateLimits } from '../graphql/rate-limits.js';
import { type Authenticate, letIn } from '../http/authentication.js';
import { protocolOver, type Served } from './protocol.js';
import { Sockets } from './sockets.js';
import { SOCKETS, type SocketLimits } from './socket-limits.js';

/** The injection token under which the application provides whom a socket belongs to: an Authenticate that leaves no trace of having been asked. */
export const RECOGNISE = Symbol('Recognise');

export interface SocketDoor {
  limits: RateLimits;
  site: { origin: string };
  sockets?: Partial<SocketLimits>;
}

const opened = new WeakMap<object, Sockets>();

/** Those that were opened for this application. Throws for one that has none. */
export function socketsOf(app: object): Sockets {
  const sockets = opened.get(app);
  if (!sockets) throw new Error('This application serves no WebSockets.');
  return sockets;
}

export function openSockets(app: INestApplicationContext, { limits, site, sockets }: SocketDoor): Sockets {
  const recognise = app.get<Authenticate<Viewer>>(RECOGNISE, { strict: false });
  const most = { ...SOCKETS, ...sockets };
  const protocol = protocolOver(servedBy(app), most);
  const made = new Sockets({ door: { recognise, limits }, site, limits: most, protocol });
  opened.set(app, made);
  return made;
}

function servedBy(app: INestApplicationContext): Served {
  const options = app.get<ApolloDriverConfig>(GRAPHQL_OPTIONS, { strict: false });
  const build = options.context as (carrying: object) => object;
  return {
    schema: () => app.get(GraphQLSchemaHost, { strict: false }).schema,
    contextOf: ({ viewer, account, correlationId, connection }) => {
      const carrying = {};
      letIn(carrying, { viewer, account });
      return { ...build(carrying), correlationId, connection };
    },
    format: error => options.formatError?.(error.toJSON(), error) ?? error.toJSON(),
  };
}
