// The player from its command line to its exit code, and the product that it starts and stops.
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personas } from './case-file.js';
import { run } from './run.js';
import { FakeProduct, proposal, receipt, result } from './testing/fake-product.js';

const folder = mkdtempSync(join(tmpdir(), 'scenario-spec-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const caseFile = (state: string) =>
  file(`${state}.json`, {
    format: 'assent-case/1',
    id: 'kai',
    title: 'Ngā kai o te kura',
    steps: [
      { as: 'analyst', do: 'draftProposal', with: { title: 'T' } },
      { as: 'analyst', check: { state } },
    ],
  });

const tokens = personas.map(persona => ({
  persona,
  name: persona,
  organisation: 'O',
  roles: [],
  token: `token-of-${persona}`,
}));
const access = file('demo-access.json', tokens);

let said: string[] = [];
let told: string[] = [];
const launcher = join(folder, 'launcher.mjs');
const go = (...argv: string[]) => run(argv, { say: line => said.push(line), tell: line => told.push(line), launcher });

beforeEach(() => {
  said = [];
  told = [];
});

describe('the command line', () => {
  test('--help says how', async () => {
    expect(await go('--help')).toBe(0);
    expect(said[0]).toMatch(/^Usage: npm run scenario/);
  });

  test.each([
    [[], 'No case file is named.'],
    [['--fast'], "Unknown option '--fast'"],
    [['nowhere.json'], 'There is no file nowhere.json.'],
    [['x.json', '--url', 'http://127.0.0.1:1'], '--url and --access are given together or not at all.'],
    [['x.json', '--url', 'not a url', '--access', 'a'], '--url is not a URL: not a url'],
  ])('%j is answered with the usage', async (argv, reason) => {
    expect(await go(...argv)).toBe(2);
    expect(told[0]).toContain(reason);
    expect(told.at(-1)).toMatch(/^Usage: npm run scenario/);
  });

  test('a file with faults is not played, and neither is one beside it', async () => {
    const faulty = file('faulty.json', {
      format: 'assent-case/1',
      id: 'x',
      title: 'X',
      steps: [{ as: 'me', do: 'comment' }],
    });
    expect(await go(caseFile('DRAFTING'), faulty, '--url', 'http://127.0.0.1:1', '--access', access)).toBe(2);
    expect(told[0]).toMatch(/faulty\.json cannot be played\. It has a fault:$/);
    expect(told[1]).toMatch(/^ {2}steps\[0\]\.as \(step 1\): "me" does not belong here\. Use one of: analyst, /);
    expect(said).toEqual([]);
  });

  test('a persona without a token is said before the first step', async () => {
    const few = file('few.json', tokens.slice(3));
    expect(await go(caseFile('DRAFTING'), '--url', 'http://127.0.0.1:1', '--access', few)).toBe(2);
    expect(told[0]).toMatch(/few\.json has no token for analyst\.$/);
  });
});

describe('playing on a product that is running', () => {
  async function playedOn(...files: string[]): Promise<number> {
    const product = new FakeProduct({
      draftProposal: asked => result(asked, receipt('p-1', 1)),
      Look: () => proposal({ id: 'p-1', version: 1, state: 'DRAFTING' }),
    });
    const url = await product.start();
    try {
      return await go(...files, '--url', `${url}/`, '--access', access);
    } finally {
      await product.stop();
    }
  }

  test('exit 0 when all is as expected, with a line a step, a table and the counts', async () => {
    expect(await playedOn(caseFile('DRAFTING'))).toBe(0);
    expect(said[0]).toBe('Ngā kai o te kura (kai, 2 steps)');
    expect(said).toContain('  1/2  analyst            draftProposal  allowed  ✓ as expected');
    expect(said).toContain('  2/2  analyst            looks at state  ✓ as expected');
    expect(said.at(-2)).toBe('kai: 2 steps, 2 expectations: all met.');
  });

  test('exit 1 when one is not met, also when a later case is', async () => {
    expect(await playedOn(caseFile('APPROVED'), caseFile('DRAFTING'))).toBe(1);
    expect(said.join('\n')).toContain('state: expected APPROVED; seen: DRAFTING');
    expect(said).toContain('kai: 2 steps, 2 expectations: 1 met, 1 not met.');
    expect(said.at(-2)).toBe('kai: 2 steps, 2 expectations: all met.');
  });
});

describe('playing on a product of its own', () => {
  const serving = `
    import { createServer } from 'node:http';
    import { writeFileSync } from 'node:fs';
    const home = process.env.ASSENT_HOME;
    writeFileSync(${JSON.stringify(join(folder, 'home.txt'))}, home + ' ' + (process.env.DATABASE_URL ?? 'embedded'));
    let ready = 0;
    const look = { data: { proposal: { id: 'p-1', version: 1, state: 'DRAFTING' } } };
    const made = { data: { draftProposal: { __typename: 'Receipt', proposal: { id: 'p-1', version: 1 }, entries: [] } } };
    createServer(async (request, response) => {
      if (request.url === '/readyz') return response.writeHead(++ready > 1 ? 200 : 503).end();
      let text = '';
      for await (const chunk of request) text += chunk;
      response.end(JSON.stringify(text.includes('mutation') ? made : look));
    }).listen(Number(process.env.PORT), '127.0.0.1');
    setTimeout(() => writeFileSync(home + '/demo-access.json', ${JSON.stringify(JSON.stringify(tokens))}), 100);`;

  test('it is started with an empty home, waited for, stopped and removed', async () => {
    writeFileSync(launcher, serving);
    process.env.DATABASE_URL = 'postgres://elsewhere';
    try {
      expect(await go(caseFile('DRAFTING'))).toBe(0);
    } finally {
      delete process.env.DATABASE_URL;
    }
    const [home, database] = readFileSync(join(folder, 'home.txt'), 'utf8').split(' ');
    expect(database).toBe('embedded');
    expect(existsSync(home!)).toBe(false);
    expect(told[0]).toBe('Starting the product with an empty home.');
    expect(told.at(-1)).toMatch(/^The product is ready at http:/);
  });

  test('one that dies is reported with what it said last', async () => {
    writeFileSync(launcher, `console.error('The port is taken.'); process.exit(4);`);
    expect(await go(caseFile('DRAFTING'))).toBe(3);
    expect(told.at(-1)).toBe('The product ended before it could serve. It said last:\nThe port is taken.');
  });

  test('one that was never built is said so', async () => {
    rmSync(launcher);
    expect(await go(caseFile('DRAFTING'))).toBe(3);
    expect(told[0]).toMatch(/^The product is not built: .*launcher\.mjs is missing\.$/);
  });
});
