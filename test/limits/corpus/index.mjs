// The corpus: what strangers and people with a token may try, and how each of it is refused. Used by the spec and the bench alike.
import { bodies } from './bodies.mjs';
import { documents } from './documents.mjs';
import { doors, guesses } from './doors.mjs';
import { values } from './values.mjs';

export { sockets } from './sockets.mjs';

const entries = [...documents, ...values, ...bodies, ...doors];

export const corpus = [
  ...entries.map(([name, tries, build, expected]) => ({ name, tries, build, expected, times: 1 })),
  guesses,
];
