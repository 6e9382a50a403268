// What a newcomer does first: npm start, the page of people, one of them. The provider is a process beside the others, and its people
// stay linked through kills and starts.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeFolder } from '../postgres/story-tools.js';
import {
  ask,
  cleanUp,
  eventually,
  freePort,
  makeReady,
  startProduct,
  statusOf,
  type Product,
} from '../launcher/product.js';
import { Browser, type Visit } from './browser.js';
import { whoAmI } from './company.js';

let home: string;
let port: number;
let product: Product;
beforeAll(async () => {
  makeReady();
  home = makeFolder();
  port = await freePort();
  product = startProduct(home, port);
  await product.serves;
}, 120_000);
afterAll(async () => {
  await product.stop();
  await cleanUp(home);
});

const linked = async (): Promise<number> => {
  const query = '{ decisionHistory(filter: { stream: "directory" }, first: 100) { edges { node { type } } } }';
  const { decisionHistory } = await ask(product.url, home, 'auditor', query);
  return decisionHistory.edges.filter(({ node }: { node: { type: string } }) => node.type === 'IdentityLinked').length;
};
const page = (browser: Browser): Promise<Visit> => browser.follow(`${product.url}/sign-in`);

async function signInAs(person: string): Promise<Browser> {
  const browser = new Browser();
  const asked = await page(browser);
  const headers = { origin: new URL(asked.url).origin, 'content-type': 'application/x-www-form-urlencoded' };
  const chosen = await browser.visit(asked.url, { method: 'POST', headers, body: `person=${person}` });
  await browser.follow(chosen.headers.get('location')!, next => (next === `${product.url}/` ? undefined : next));
  return browser;
}
const roles = async (browser: Browser) => (await browser.ask(product.url, whoAmI)).data?.['viewer'].roles as string[];

describe('npm start', () => {
  it('offers the thirteen people of the demonstration, and signs in as each role that is chosen', async () => {
    const { body } = await page(new Browser());
    expect(body.match(/name="person"/g)).toHaveLength(13);
    for (const who of ['analyst', 'auditor', 'administrator']) expect(await roles(await signInAs(who))).toEqual([who]);
    expect(await linked()).toBe(13);
  });

  it('says where to sign in, and nothing of what the library warns of', () => {
    expect(product.said()).toContain(`Sign in as a person of the demonstration: ${product.url}/sign-in`);
    expect(product.said()).not.toContain('oidc-provider');
  });

  it('starts its provider again when that is killed; who is signed in goes on meanwhile', async () => {
    const browser = await signInAs('approver');
    const killed = product.pid('provider');
    process.kill(killed, 'SIGKILL');
    expect([await roles(browser), await statusOf(product.url, '/readyz')]).toEqual([['approver'], 200]);
    await eventually('another provider runs', () => ![0, killed].includes(product.pid('provider')));
    await eventually(
      'somebody can sign in',
      async () => (await page(new Browser()).catch(() => undefined))?.status === 200,
    );
    expect(await roles(await signInAs('analyst'))).toEqual(['analyst']);
  });

  it('links nobody a second time at the next start, and keeps sessions', async () => {
    const browser = await signInAs('data_steward');
    await product.stop();
    product = startProduct(home, port);
    await product.serves;
    expect([await roles(browser), await roles(await signInAs('analyst')), await linked()]).toEqual([
      ...[['data_steward'], ['analyst'], 13],
    ]);
  });

  it('in production starts no provider by itself, and says so at the door', async () => {
    await product.stop();
    product = startProduct(home, port, { NODE_ENV: 'production', LOG_FORMAT: 'text' });
    await product.serves;
    expect(product.pid('provider')).toBe(0);
    const { status, body } = await page(new Browser());
    expect([status, body.includes('OIDC_ISSUER')]).toEqual([503, true]);
  });
});
