// A process that dies of what nobody caught, or cannot start at all: it says what kind of fault it was, and repeats nothing.
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { createOwnDatabase } from '../harness/index.js';
import { makeReady } from '../launcher/product.js';
import { endAll, startProgram } from './program.js';

const canary = 'zq3f9c77d1';
const crash = fileURLToPath(new URL('./canary/crash.mjs', import.meta.url));
const elsewhere = `postgres://somebody:${canary}@127.0.0.1:9/assent`;

beforeAll(makeReady);
afterEach(endAll);

describe('A process', () => {
  it.each(['json', 'text'])(
    'that dies of a fault nobody caught tells it as %s, without its words',
    async LOG_FORMAT => {
      const database = await createOwnDatabase();
      const env = { DATABASE_URL: database.url, PORT: 'any', LOG_FORMAT, CANARY: canary };
      const api = startProgram('api', { ...env, NODE_OPTIONS: `--import ${crash}` });
      expect(await api.ended).toBe(1);
      expect(api.said()).toMatch(
        /"event":"crashed","error":"RangeError"|It ends because of a fault of ours: RangeError/,
      );
      expect(api.said()).not.toContain(canary);
      await database.drop();
    },
  );

  it('that cannot reach its database says which kind of fault it was', async () => {
    for (const name of ['api', 'worker'] as const) {
      const process = startProgram(name, { DATABASE_URL: elsewhere });
      expect(await process.ended).toBe(1);
      expect(process.told('start-failed')).toEqual([expect.objectContaining({ level: 'error', code: 'ECONNREFUSED' })]);
      expect(process.said()).not.toContain(canary);
    }
  });

  it('that is told wrongly how to run names each variable once, on standard error, and repeats no value', async () => {
    const wrong = { DATABASE_URL: `mysql://${canary}`, DRAIN_SECONDS: canary, LOG_LEVEL: canary };
    const api = startProgram('api', { ...wrong, ASSENT_HOEM: canary, DATABSE_URL: canary });
    expect(await api.ended).toBe(1);
    for (const name of [...Object.keys(wrong), 'DATABSE_URL', 'ASSENT_HOEM'])
      expect(api.said().split(name).length).toBeGreaterThan(1);
    expect(api.said()).not.toContain(canary);
    expect(api.said()).not.toMatch(/\n\s+at /);
  });
});
