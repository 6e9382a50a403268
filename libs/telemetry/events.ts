// Everything that a process ever says of itself: a closed list of events, each with the fields it may carry. No field takes free
// text, so that nothing of what people write can come into a log, whatever a caller hands in.
import { allowed, type Kind, type ValueOf } from './kinds.js';

export type Level = 'debug' | 'info' | 'warn' | 'error';

interface Shape {
  level: Level;
  /** For people; {field} stands for that field's value. */
  says: string;
  fields: Readonly<Record<string, Kind>>;
}

/** What is told of anything thrown: see fault-fields.ts. */
const fault = { error: 'name', code: 'name', sqlState: 'name', constraint: 'name', frames: 'frames' } as const;

const ofRequests = {
  'request-answered': {
    level: 'info',
    says: '{method} {route} was answered with {status} in {ms} ms.',
    fields: {
      ...{ correlationId: 'id', method: 'name', route: 'route', status: 'number', ms: 'number' },
      ...{ operation: 'name', personId: 'id', code: 'name' },
    },
  },
  'probe-answered': {
    level: 'debug',
    says: '{route} was answered with {status} in {ms} ms.',
    fields: { correlationId: 'id', method: 'name', route: 'route', status: 'number', ms: 'number' },
  },
  'request-abandoned': {
    level: 'info',
    says: 'A client went away after {ms} ms, before its answer.',
    fields: { correlationId: 'id', method: 'name', route: 'route', ms: 'number', personId: 'id' },
  },
  'command-handled': {
    level: 'info',
    says: '{type}: {outcome} in {ms} ms.',
    fields: {
      ...{ correlationId: 'id', commandId: 'id', personId: 'id', type: 'name', outcome: 'name' },
      ...{ kind: 'name', code: 'name', tries: 'number', ms: 'number' },
    },
  },
  'forwarding-unheeded': {
    level: 'warn',
    says:
      'X-Forwarded-For comes from somebody who is not trusted, so that all who come through them share one address and its attempts. ' +
      'If that is your proxy, name it in TRUST_PROXY.',
    fields: {},
  },
  'request-failed': {
    level: 'error',
    says: 'A fault of ours: {error}.',
    fields: { correlationId: 'id', ...fault },
  },
} as const satisfies Record<string, Shape>;

const ofSessions = {
  'signed-in': {
    level: 'info',
    says: 'Somebody signed in.',
    fields: { correlationId: 'id', personId: 'id', sessionId: 'id' },
  },
  'sign-in-refused': {
    level: 'info',
    says: 'Somebody did not sign in ({reason}).',
    fields: { correlationId: 'id', reason: 'name', personId: 'id' },
  },
  'sessions-ended': {
    level: 'info',
    says: '{sessions} sessions were ended.',
    fields: { correlationId: 'id', personId: 'id', by: 'id', sessions: 'number' },
  },
  'provider-down': {
    level: 'warn',
    says: 'Nobody can sign in: the OpenID provider does not answer ({error}). Whoever is signed in goes on.',
    fields: { correlationId: 'id', ...fault },
  },
} as const satisfies Record<string, Shape>;

const ofProcesses = {
  serving: { level: 'info', says: 'It serves at {address}.', fields: { address: 'address' } },
  watched: { level: 'info', says: 'Metrics and health are at {address}.', fields: { address: 'address' } },
  draining: { level: 'info', says: 'It ends when what is in hand is finished.', fields: { inHand: 'number' } },
  drained: {
    level: 'info',
    says: 'What was in hand is finished; {cutOff} were cut off.',
    fields: { cutOff: 'number' },
  },
  'start-failed': { level: 'error', says: 'It could not start: {error}.', fields: fault },
  'port-taken': {
    level: 'error',
    says: 'Port {port} is taken by another program. Set PORT, METRICS_PORT or WORKER_PORT to a free one.',
    fields: { port: 'number' },
  },
  crashed: { level: 'error', says: 'It ends because of a fault of ours: {error}.', fields: fault },
} as const satisfies Record<string, Shape>;

const ofWork = {
  'batch-sequenced': {
    level: 'info',
    says: '{entries} entries got their place in the ledger in {ms} ms.',
    fields: { entries: 'number', ms: 'number' },
  },
  'sequencing-failed': {
    level: 'error',
    says: 'No entry gets its place: {error}. It goes on trying.',
    fields: fault,
  },
  'definitions-published': {
    level: 'info',
    says: '{entries} definitions and catalogues were published in the ledger.',
    fields: { entries: 'number' },
  },
  'checkpoint-signed': {
    level: 'info',
    says: 'A checkpoint over {size} entries was signed in {ms} ms.',
    fields: { size: 'number', ms: 'number' },
  },
  'sealing-refused': {
    level: 'error',
    says: 'ALARM: nothing is signed any more ({reason}). Entries are recorded and not sealed. “npm run signer -- status” says what to do.',
    fields: { reason: 'name' },
  },
  'sealing-resumed': { level: 'info', says: 'Entries are sealed again.', fields: {} },
  'sealing-failed': { level: 'error', says: 'No entry is sealed: {error}. It goes on trying.', fields: fault },
  'witness-failed': {
    level: 'warn',
    says: 'The witness {witness} did not cosign ({reason}). Entries are sealed without it; it is asked again.',
    fields: { witness: 'name', reason: 'name' },
  },
  'witnessing-failed': { level: 'error', says: 'No witness can be asked: {error}. It goes on trying.', fields: fault },
  'witness-resumed': { level: 'info', says: 'The witness {witness} cosigns again.', fields: { witness: 'name' } },
  'reporting-failed': {
    level: 'error',
    says: 'Reports lag behind the ledger: {error}. It goes on trying.',
    fields: fault,
  },
  'reporting-resumed': { level: 'info', says: 'Reports follow the ledger again.', fields: {} },
  'sequencing-resumed': { level: 'info', says: 'Entries get their places again.', fields: {} },
} as const satisfies Record<string, Shape>;

const ofLive = {
  'socket-closed': {
    level: 'info',
    says: 'A WebSocket ended after {ms} ms, with code {code}.',
    fields: { correlationId: 'id', personId: 'id', code: 'number', ms: 'number' },
  },
  'paper-printed': {
    level: 'info',
    says: 'A paper was printed in {ms} ms.',
    fields: { correlationId: 'id', ms: 'number' },
  },
  'listening-lost': {
    level: 'warn',
    says: 'It does not hear what changes in the database any more: {error}. Nobody misses anything once it does again.',
    fields: fault,
  },
  'listening-resumed': { level: 'info', says: 'It hears again what changes in the database.', fields: {} },
  'telling-failed': {
    level: 'error',
    says: 'Those who look are not told what changed: {error}. It goes on trying.',
    fields: fault,
  },
} as const satisfies Record<string, Shape>;

const ofErasing = {
  'erasures-replayed': {
    level: 'info',
    says: 'Words that were erased had come back at {places} places; they are gone again.',
    fields: { places: 'number' },
  },
  'erasures-pending': {
    level: 'error',
    says: 'Words that were erased are back at {places} places, and only the owner of the tables may erase them: npm run migrate does. Nobody is served until then.',
    fields: { places: 'number' },
  },
  'erasures-unlisted': {
    level: 'warn',
    says: 'The list of erasures cannot be written in ASSENT_HOME, so nothing can be erased: {error}.',
    fields: fault,
  },
} as const satisfies Record<string, Shape>;

const ofLaunching = {
  'product-serving': { level: 'info', says: 'Assent answers at {address}/graphql', fields: { address: 'address' } },
  'database-migrated': { level: 'info', says: 'Migrated the database: {steps} steps.', fields: { steps: 'number' } },
  'database-ended': {
    level: 'error',
    says: 'The PostgreSQL server ended unasked; postgres.log in ASSENT_HOME may say why. It is started again.',
    fields: {},
  },
  'database-down': { level: 'error', says: 'The database could not be started: {error}.', fields: fault },
  'child-ended': {
    level: 'error',
    says: 'The {child} ended ({how}); it is started again.',
    fields: { child: 'name', how: 'name' },
  },
  'child-failed': {
    level: 'error',
    says: 'The {child} could not be started again: {error}.',
    fields: { child: 'name', ...fault },
  },
} as const satisfies Record<string, Shape>;

export const events = {
  ...ofRequests,
  ...ofSessions,
  ...ofProcesses,
  ...ofWork,
  ...ofLive,
  ...ofErasing,
  ...ofLaunching,
};

export type EventName = keyof typeof events;

export type FieldsOf<Name extends EventName> = {
  [Field in keyof (typeof events)[Name]['fields']]?: ValueOf<(typeof events)[Name]['fields'][Field] & Kind>;
};

/** Only the fields of this event, each only when it is of its kind. */
export function onlyAllowed(name: EventName, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const shape: Shape = events[name];
  const fields: Record<string, unknown> = {};
  for (const [field, kind] of Object.entries(shape.fields)) {
    if (given[field] !== undefined) fields[field] = allowed(kind, given[field]);
  }
  return fields;
}
