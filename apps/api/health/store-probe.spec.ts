import { describe, expect, it } from '@jest/globals';
import type { ErasureGate } from '../erasure/erasure-gate.js';
import { StoreProbe } from './store-probe.js';

/** A database that counts how often it is asked, and never is there. */
function absentDatabase(): { gate: ErasureGate; asked: () => number } {
  let asked = 0;
  const query = (): Promise<never> => {
    asked += 1;
    return Promise.reject(new Error('There is no database.'));
  };
  return { gate: { dataSource: { query, migrations: [] } } as unknown as ErasureGate, asked: () => asked };
}

describe('The readiness probe', () => {
  it('asks the database once for however many ask it at the same time, and again for the next', async () => {
    const { gate, asked } = absentDatabase();
    const probe = new StoreProbe(gate, 30);
    const answers = await Promise.all(Array.from({ length: 100 }, () => probe.check()));
    expect(asked()).toBe(1);
    expect(new Set(answers.map(({ ready }) => ready))).toEqual(new Set([false]));
    await probe.check();
    expect(asked()).toBe(2);
  });
});
