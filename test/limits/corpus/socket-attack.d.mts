// The types of socket-attack.mjs, for the spec.
import type { SocketAttack } from './index.mjs';

export declare function socketAttack(
  attack: SocketAttack,
  at: { port: number; token: string },
): Promise<{ verdict: string; text: string }>;
