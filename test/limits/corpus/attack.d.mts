// The types of attack.mjs, for the spec.
import type { Attack } from './index.mjs';

export interface Outcome {
  /** Status and code of the last answer, or `no answer`. */
  verdict: string;
  /** The longest that one request waited for its answer. */
  ms: number;
  /** All answers, heads included. */
  text: string;
}

export declare function attack(attack: Attack, at: { port: number; token: string }): Promise<Outcome>;
