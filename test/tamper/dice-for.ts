// Chance for one attack at one of its places: the same again every time, and far from that of the next.
import { createHash } from 'node:crypto';
import { rngOf } from '../harness/rng.js';
import { diceOf, type Attack, type Dice } from './catalogue.js';

export function diceFor({ id, name }: Attack, place: number): Dice {
  const digest = createHash('sha256').update(`${id} ${name} ${place}`).digest();
  return diceOf(rngOf(digest.readInt32BE()));
}
