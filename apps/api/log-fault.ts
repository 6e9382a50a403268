// Faults of ours are told like any other event: the id that the client was told, and what was thrown, without its words.
import { tell } from '#telemetry';
import type { LogFault } from './graphql/faults.js';

export const logFault: LogFault = ({ message: _words, path: _clientsNames, ...fault }) => tell('request-failed', fault);
