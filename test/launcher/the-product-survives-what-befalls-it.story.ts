// One home through its life: first start, a second start beside it, deaths of each process, a stop, a taken port, a restart.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { makeFolder, serverProcess } from '../postgres/story-tools.js';
import {
  accessOf,
  ask,
  cleanUp,
  databaseIsUp,
  eventually,
  freePort,
  isAlive,
  makeReady,
  startProduct,
  statusOf,
  type Product,
} from './product.js';

jest.setTimeout(120_000);

const personas: Record<string, [role: string, organisation: string]> = {
  administrator: ['administrator', 'Ministry for Community Wellbeing'],
  analyst: ['analyst', 'Ministry for Community Wellbeing'],
  analyst_2: ['analyst', 'Ministry for Community Wellbeing'],
  data_steward: ['data_steward', 'Ministry for Community Wellbeing'],
  privacy_officer: ['privacy_officer', 'Ministry for Community Wellbeing'],
  privacy_officer_2: ['privacy_officer', 'Ministry for Community Wellbeing'],
  security_officer: ['security_officer', 'Ministry for Community Wellbeing'],
  engagement_lead: ['engagement_lead', 'Ministry for Community Wellbeing'],
  approver: ['approver', 'Ministry for Community Wellbeing'],
  partner_a: ['partner', 'Kōwhai Family Support'],
  partner_b: ['partner', 'Rātā Community Trust'],
  auditor: ['auditor', 'Office for Information Oversight'],
  outsider: ['analyst', 'Department of Harbours'],
};

const viewer = '{ viewer { person { displayName organisation { name } } roles } }';
const titles = '{ proposals(first: 100) { edges { node { title } } } }';

describe('The product', () => {
  let home: string;
  let port: number;
  let product: Product;
  beforeAll(async () => {
    makeReady();
    home = makeFolder();
    port = await freePort();
  });
  afterAll(() => cleanUp(home));

  const draft = (title: string) => {
    const query = `mutation ($input: DraftProposalInput!) { draftProposal(input: $input) { __typename } }`;
    return ask(product.url, home, 'analyst', query, { input: { commandId: randomUUID(), title } });
  };
  const drafted = async () =>
    (
      (await ask(product.url, home, 'analyst', titles))?.proposals.edges as { node: { title: string } }[] | undefined
    )?.map(({ node }) => node.title) ?? [];
  const ready = () => eventually('it is ready', async () => (await statusOf(product.url, '/readyz')) === 200);

  it('at its first start becomes ready and says where it answers', async () => {
    product = startProduct(home, port);
    await product.serves;
    expect(product.said()).toContain(`Assent answers at ${product.url}/graphql`);
    expect([await statusOf(product.url, '/livez'), await statusOf(product.url, '/readyz')]).toEqual([200, 200]);
  });

  it('writes access for thirteen people, for the owner’s eyes only', () => {
    expect(statSync(join(home, 'demo-access.json')).mode & 0o777).toBe(0o600);
    const access = accessOf(home);
    expect(
      Object.fromEntries(access.map(({ persona, roles, organisation }) => [persona, [...roles, organisation]])),
    ).toEqual(personas);
    expect(new Set(access.map(({ token }) => token)).size).toBe(13);
    expect(product.said()).not.toContain(access[0]!.token);
  });

  it('lets each of them in with the roles that the file says', async () => {
    for (const { persona, name, organisation, roles } of accessOf(home)) {
      const seen = (await ask(product.url, home, persona, viewer))?.viewer;
      expect([persona, seen]).toEqual([
        persona,
        { person: { displayName: name, organisation: { name: organisation } }, roles },
      ]);
    }
  });

  it('comes with cases to look at, and the worker gives their entries a place', async () => {
    expect((await drafted()).length).toBeGreaterThanOrEqual(3);
    const places = `{ decisionHistory(first: 100) { edges { node { index } } } }`;
    await eventually('every entry has its place', async () => {
      const { decisionHistory } = await ask(product.url, home, 'auditor', places);
      return decisionHistory.edges.every(({ node }: { node: { index: number | null } }) => node.index !== null);
    });
  });

  it('refuses a second start on the same home, which says so and leaves the first running', async () => {
    const second = startProduct(home, await freePort());
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`Assent already runs for ${home}`);
    expect(second.said()).not.toMatch(/\n\s+at /);
    expect(await draft('After the second start')).toEqual({ draftProposal: { __typename: 'Receipt' } });
  });

  it('starts its api again when that is killed', async () => {
    const killed = product.pid('api');
    process.kill(killed, 'SIGKILL');
    await eventually('another api runs', () => ![0, killed].includes(product.pid('api')));
    await ready();
    expect(await drafted()).toContain('After the second start');
  });

  it('starts its worker again when that is killed', async () => {
    const killed = product.pid('worker');
    process.kill(killed, 'SIGKILL');
    await eventually('another worker runs', () => ![0, killed].includes(product.pid('worker')));
  });

  it('starts PostgreSQL again when that is killed, and the same api serves again', async () => {
    const [api, server] = [product.pid('api'), serverProcess(home)];
    process.kill(server, 'SIGKILL');
    await eventually('another server runs', () => databaseIsUp(home) && serverProcess(home) !== server);
    await ready();
    expect(product.pid('api')).toBe(api);
    await eventually(
      'a command is recorded',
      async () => (await draft('After the crash'))?.draftProposal?.__typename === 'Receipt',
    );
    expect(await drafted()).toEqual(expect.arrayContaining(['After the second start', 'After the crash']));
  });

  it('still refuses a second start after that', async () => {
    const second = startProduct(home, await freePort());
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain('Assent already runs');
  });

  it('ends in order on SIGTERM, with code 0, and stops its database', async () => {
    const parts = [product.pid('api'), product.pid('worker'), serverProcess(home)];
    expect(await product.stop()).toBe(0);
    expect(parts.map(isAlive)).toEqual([false, false, false]);
  });

  it('on a taken port says so in a sentence, ends with code 1 and leaves nothing running', async () => {
    const taken = createServer().listen(port, '127.0.0.1');
    await once(taken, 'listening');
    const late = startProduct(home, port);
    expect(await late.ended).toBe(1);
    expect(late.said()).toContain(`Port ${port} on 127.0.0.1 is taken by another program. Set PORT to a free one`);
    expect(late.said()).not.toMatch(/\n\s+at /);
    expect(databaseIsUp(home)).toBe(false);
    taken.close();
    await once(taken, 'close');
  });

  it('started again has its data, its tokens, and no second demonstration', async () => {
    const before = accessOf(home);
    product = startProduct(home, port);
    await product.serves;
    expect(accessOf(home)).toEqual(before);
    expect(await drafted()).toEqual(expect.arrayContaining(['After the second start', 'After the crash']));
    expect(await drafted()).toHaveLength(new Set(await drafted()).size);
  });

  it('killed itself takes api and worker with it', async () => {
    const parts = [product.pid('api'), product.pid('worker')];
    expect(parts.every(pid => pid > 0)).toBe(true);
    product.process.kill('SIGKILL');
    await product.ended;
    await eventually('api and worker ended by themselves', () => !parts.some(isAlive));
  });

  it('and the next start works and has the data', async () => {
    product = startProduct(home, port);
    await product.serves;
    expect(await drafted()).toEqual(expect.arrayContaining(['After the second start', 'After the crash']));
    expect(await product.stop()).toBe(0);
    expect(databaseIsUp(home)).toBe(false);
  });
});
