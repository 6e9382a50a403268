// Every variable of the environment that Assent reads: its meaning, its default, who reads it, and whether it is a secret.
// A new one is a line here and nowhere else; docs/generated/configuration.md is written from it.
import { z } from 'zod';
import { developing } from './developing.js';
import { proving } from './proving.js';
import { signingIn } from './signing-in.js';
import { host, oneOf, port, postgresUrl, proxies, rate, text, variable, wholeNumber } from './variable.js';

const where = {
  ASSENT_HOME: variable({
    means: 'The folder of the embedded database, its passwords, `demo-access.json`, and the list of what was erased.',
    takes: 'the path of a folder',
    schema: text.default('.assent'),
    readBy: ['launcher', 'api', 'worker', 'provider', 'signer', 'admin', 'migrate', 'operator'],
  }),
  PORT: variable({
    means: 'The port on which the api listens.',
    ...port,
    schema: port.schema.default(3000),
    readBy: ['launcher', 'api', 'operator'],
  }),
  HOST: variable({
    means: 'The address on which the api listens. Set it only behind a proxy that speaks TLS.',
    ...host,
    schema: host.schema.default('127.0.0.1'),
    readBy: ['launcher', 'api', 'operator'],
  }),
  NODE_ENV: variable({
    means: 'With `production` a start does not migrate an external database, and logs JSON.',
    takes: 'production, or another word for anything else',
    unset: 'not production',
    schema: text.optional(),
    readBy: ['launcher', 'operator'],
  }),
  ASSENT_DEMO: variable({
    means: 'Whether the demonstration is loaded into a database that has no organisation yet.',
    takes: '1 or true, 0 or false',
    unset: 'loaded without `DATABASE_URL`, left out with it',
    schema: z
      .enum(['0', '1', 'true', 'false'])
      .transform(value => value === '1' || value === 'true')
      .optional(),
    readBy: ['launcher'],
  }),
};

const database = {
  DATABASE_URL: variable({
    means: 'A PostgreSQL of your own; none is started then.',
    ...postgresUrl,
    unset: 'the embedded PostgreSQL is used',
    schema: postgresUrl.schema.optional(),
    readBy: ['launcher', 'api', 'worker', 'signer', 'admin', 'migrate', 'operator'],
    neededBy: ['api', 'worker'],
  }),
  MIGRATION_DATABASE_URL: variable({
    means: 'The login that owns the tables, in place of `DATABASE_URL`.',
    ...postgresUrl,
    unset: '`DATABASE_URL` is used',
    schema: postgresUrl.schema.optional(),
    readBy: ['migrate', 'operator'],
  }),
  POSTGRES_PROGRAMS: variable({
    means: 'The folder of `pg_dump` and `pg_restore` for `npm run backup` and `npm run restore`.',
    takes: 'the path of a folder',
    unset: 'they are looked for on `PATH` and where systems usually put them',
    schema: text.optional(),
    readBy: ['operator'],
  }),
  DATABASE_POOL: variable({
    means: 'Connections to the database at most.',
    ...wholeNumber(1, 200, 10),
    readBy: ['api'],
  }),
};

const limits = {
  RATE_PER_PERSON: variable({
    means: 'How much one person may ask. A unit is about a statement to the database, a command costs some twelve.',
    ...rate,
    schema: rate.schema.default('200:4000'),
    readBy: ['api'],
  }),
  RATE_PER_TOKEN: variable({
    means: 'The same of one access token.',
    ...rate,
    schema: rate.schema.default('100:2000'),
    readBy: ['api'],
  }),
  RATE_PER_ADDRESS: variable({
    means: 'How many attempts without a known token one network address has: one unit each.',
    ...rate,
    schema: rate.schema.default('10:400'),
    readBy: ['api'],
  }),
  SOCKETS_PER_PERSON: variable({
    means: 'How many WebSockets one person may have open at one api: about one for each page that they look at.',
    ...wholeNumber(1, 1_000, 20),
    readBy: ['api'],
  }),
  SOCKETS_PER_NETWORK: variable({
    means: 'The same of one network address. People behind one gateway share it.',
    ...wholeNumber(1, 100_000, 500),
    readBy: ['api'],
  }),
  TRUST_PROXY: variable({
    means:
      'The proxies whose `X-Forwarded-For`, `-Proto` and `-Host` are believed. A number only where nobody gets past them.',
    ...proxies,
    unset: 'nobody’s are',
    schema: proxies.schema.optional(),
    readBy: ['api'],
  }),
};

const running = {
  DRAIN_SECONDS: variable({
    means:
      'How many seconds the api may take to finish what it has in hand when it is told to end. What takes longer is cut off.',
    ...wholeNumber(1, 600, 15),
    readBy: ['launcher', 'api'],
  }),
  WORKER_LAG_SECONDS: variable({
    means:
      'How many seconds an entry may wait for its place in the ledger before `/readyz` says that the worker is behind.',
    ...wholeNumber(1, 86_400, 30),
    readBy: ['api', 'worker'],
  }),
};

const printing = {
  CHROMIUM: variable({
    means: 'The Chromium that prints papers as PDF. Without one people are sent to the page that their browser prints.',
    takes: 'the path of a program',
    unset: 'it is looked for where systems usually put it',
    schema: text.optional(),
    readBy: ['api'],
  }),
};

const watching = {
  LOG_LEVEL: variable({
    means: 'The least of what is logged.',
    ...oneOf('debug', 'info', 'warn', 'error', 'silent'),
    unset: '`info` as JSON, `warn` as text',
    schema: oneOf('debug', 'info', 'warn', 'error', 'silent').schema.optional(),
    readBy: ['launcher', 'api', 'worker', 'provider'],
  }),
  LOG_FORMAT: variable({
    means: 'Log lines for programs or for people.',
    ...oneOf('json', 'text'),
    unset: '`json`; under `npm start` outside production `text`',
    schema: oneOf('json', 'text').schema.optional(),
    readBy: ['launcher', 'api', 'worker', 'provider'],
  }),
  METRICS_PORT: variable({
    means: 'A port of its own on which the api answers `/metrics`, `/livez` and `/readyz`.',
    ...port,
    unset: 'no metrics are served',
    schema: port.schema.optional(),
    otherThan: 'PORT',
    readBy: ['api'],
  }),
  WORKER_PORT: variable({
    means: 'The same of the worker.',
    ...port,
    unset: 'the worker listens nowhere',
    schema: port.schema.optional(),
    readBy: ['worker'],
  }),
  METRICS_HOST: variable({
    means: 'The address on which `METRICS_PORT` and `WORKER_PORT` listen. Whoever reaches them can read them.',
    ...host,
    schema: host.schema.default('127.0.0.1'),
    readBy: ['api', 'worker'],
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: variable({
    means:
      'The collector that traces are sent to, over OTLP and HTTP. The other standard variables `OTEL_EXPORTER_OTLP_…` hold as well.',
    takes: 'an address such as http://127.0.0.1:4318',
    unset: 'nothing is traced',
    schema: z.url({ protocol: /^https?$/ }).optional(),
    readBy: ['api', 'worker'],
  }),
  OTEL_EXPORTER_OTLP_HEADERS: variable({
    means: 'Headers for the collector, such as its token.',
    takes: 'a list such as name=value,name=value',
    unset: 'none are sent',
    schema: z
      .string()
      .regex(/^[^=,\s]+=[^,]*(,[^=,\s]+=[^,]*)*$/)
      .optional(),
    readBy: ['api', 'worker'],
    isSecret: true,
  }),
};

/** In the order in which the document shows them. */
export const variables = {
  ...where,
  ...database,
  ...limits,
  ...running,
  ...printing,
  ...signingIn,
  ...proving,
  ...watching,
  ...developing,
};

export type Variables = typeof variables;
export type VariableName = keyof Variables;
