// What comes into the hallway of an erasure.
import type { CommandRequest } from '../handle-command.js';
import type { ErasureList } from './erasure-list.js';

export interface ErasureRequest extends Omit<CommandRequest, 'type'> {
  /** Where it is told outside the database. */
  list: ErasureList;
}

export interface WithTexts {
  /** What went and may stand elsewhere as well. Undefined after a replay: nobody knows it any more. */
  texts?: string[];
}
