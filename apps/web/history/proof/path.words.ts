// What each step of the path says.
import { defineWords } from '../../words/define-words.js';

const range = (first: number, last: number): string =>
  first === last ? `entry ${first}` : `entries ${first} to ${last}`;

export const proofPathWords = defineWords({
  leaf: (index: number) => `Entry ${index} has the hash`,
  joined: (side: 'left' | 'right', first: number, last: number) =>
    side === 'right' ? `Followed by that of ${range(first, last)},` : `Preceded by that of ${range(first, last)},`,
  gives: 'it gives',
  root: 'This is the root that the checkpoint names:',
  notRoot: 'The path ends elsewhere. The checkpoint names this root:',
});
