// Forty attacks and more on the real api: each is refused as it should be, tells nothing, and leaves nothing behind.
import { setImmediate as lookUp } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Live } from '../../apps/api/live/live.js';
import { openApi, type OpenApi } from '../harness/index.js';
import { unhindered } from '../harness/unhindered.js';
import { attack } from './corpus/attack.mjs';
import { corpus, sockets } from './corpus/index.mjs';
import { socketAttack } from './corpus/socket-attack.mjs';

/** Nothing of the kind is said to anybody: where the code lies, what it asks the database, what else there would be to ask for. */
const secrets =
  /did you mean|call stack|INTERNAL_SERVER_ERROR|\bat .+:\d+:\d+|node_modules|file:\/\/|\/(home|usr|var|tmp|srv|root|app|dist)\/|\.[jt]s\b|\b(select|insert|update) .*\b(from|into|set)\b|postgres|x-powered-by|\r\nserver:/i;

const MB = 2 ** 20;
let api: OpenApi;
let at: { port: number; token: string };

beforeAll(async () => {
  api = await openApi({ rates: { ...unhindered, address: { perSecond: 0.001, burst: 400 } } });
  at = { port: Number(new URL(api.url).port), token: api.store.cast.members.analyst.token };
});
afterAll(() => api.close());

const ordinary = async () => (await api.as('analyst').query('{ viewer { roles person { displayName } } }'))['viewer'];

/** Name, verdict, and what was told that is nobody's business. */
async function attackWithAll(): Promise<[name: string, verdict: string, told?: string][]> {
  const outcomes: [string, string, string?][] = [];
  for (const each of corpus) {
    const { verdict, text } = await attack(each, at);
    outcomes.push([each.name, verdict, secrets.exec(text)?.[0]]);
  }
  return outcomes;
}

/** Bytes in use once all that nobody holds is cleared away. The bench looks at the whole process. */
function held(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function attackBySocket(): Promise<[name: string, verdict: string, told?: string][]> {
  const outcomes: [string, string, string?][] = [];
  for (const each of sockets) {
    const { verdict, text } = await socketAttack(each, at);
    outcomes.push([each.name, verdict, secrets.exec(text)?.[0]]);
  }
  return outcomes;
}

describe('The corpus of WebSockets', () => {
  it('is refused, tells nothing, records nothing, and leaves nothing open', async () => {
    const before = { digest: await api.digest(), answer: await ordinary() };
    expect(await attackBySocket()).toEqual(sockets.map(({ name, expected }) => [name, expected, undefined]));
    expect(await ordinary()).toEqual(before.answer);
    expect(await api.digest()).toBe(before.digest);
    expect(api.faults).toEqual([]);
    while (api.app.get(Live).count > 0) await lookUp();
  });

  it('leaves nothing behind in memory', async () => {
    const before = held();
    await attackBySocket();
    expect(held() - before).toBeLessThan(50 * MB);
  });
});

describe('The corpus', () => {
  it('has forty attacks or more, each with a name of its own', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(40);
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
  });

  it('is refused, tells nothing, records nothing, and leaves an ordinary query as it was', async () => {
    const before = { digest: await api.digest(), answer: await ordinary() };
    expect(await attackWithAll()).toEqual(corpus.map(({ name, expected }) => [name, expected, undefined]));
    expect(await ordinary()).toEqual(before.answer);
    expect(await api.digest()).toBe(before.digest);
    expect(api.faults).toEqual([]);
  });

  it('leaves nothing behind in memory', async () => {
    const before = held();
    await attackWithAll();
    expect(held() - before).toBeLessThan(50 * MB);
  });
});
