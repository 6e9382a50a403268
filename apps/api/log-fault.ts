// Faults of ours, one line of JSON each on standard error: the id that the client was told, and what was thrown. No input.
import type { LogFault } from './graphql/faults.js';

export const logFault: LogFault = fault => {
  console.error(JSON.stringify({ level: 'error', at: new Date().toISOString(), ...fault }));
};
