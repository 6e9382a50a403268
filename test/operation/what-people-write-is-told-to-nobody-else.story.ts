// Canaries in every private field of every input, and in all that can go wrong; then nothing that the product tells of itself,
// and no answer to those who may not read them, holds one.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import {
  historyQuery,
  openStore,
  pastQuery,
  proposalQuery,
  type OpenApi,
  type OpenStore,
  type PersonaKey,
  type Visitor,
} from '../harness/index.js';
import { eventually, makeReady } from '../launcher/product.js';
import { openCollector, type Collector } from './canary/collector.js';
import { journey, type Journey } from './canary/journey.js';
import { openPlanting } from './canary/planting.js';
import { provoke } from './canary/provoke.js';
import { askerAt, get } from './product.js';
import { endAll, startProgram, type Program } from './program.js';

const planting = openPlanting();
const unhurried = '1000000:1000000';

let store: OpenStore;
let collector: Collector;
let product: Program;
let url: string;
let api: OpenApi;
let done: Journey;
let answers: string[];

beforeAll(async () => {
  makeReady();
  [store, collector] = await Promise.all([openStore(), openCollector()]);
  product = startProgram('launcher', environment());
  ({ address: url } = await product.tells('product-serving'));
  api = { store, url, as: askerAt(store, url) } as unknown as OpenApi;
  done = await journey(api, planting);
  const noticed = () => eventually('the worker notices', () => product.told('sequencing-failed').length > 0);
  answers = await provoke(api, planting, noticed);
});
afterAll(async () => {
  endAll();
  await product.ended;
  await collector.close();
  await store.close();
});

const environment = () => ({
  ...{ DATABASE_URL: store.database.url, PORT: 'any', METRICS_PORT: 'any', WORKER_PORT: 'any', ASSENT_DEMO: '0' },
  ...{ RATE_PER_PERSON: unhurried, RATE_PER_TOKEN: unhurried, RATE_PER_ADDRESS: unhurried },
  OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
});

const as = (who: PersonaKey): Visitor => askerAt(store, url)(who);

describe('What people write', () => {
  it('was written in every mutation there is, two hundred times over', () => {
    const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
    expect([...done.recorded].sort()).toEqual(Object.keys(schema.getMutationType()!.getFields()).sort());
    expect(planting.count).toBeGreaterThanOrEqual(200);
  });

  it('is in no answer to a fault, whoever asked', () => {
    const masked = answers.filter(text => /INTERNAL_SERVER_ERROR|DATABASE_AWAY/.test(text));
    expect(masked.length).toBeGreaterThanOrEqual(4);
    expect(planting.foundIn(masked.join('\n'))).toEqual([]);
  });

  it('is read by the author, who may', async () => {
    const read = JSON.stringify(await as('analyst').query(proposalQuery, { id: done.shared }));
    expect(planting.foundIn(read, 'shared').length).toBeGreaterThan(50);
  });

  it.each(['shared', 'unshared'] as const)('of the %s proposal is in no answer to an outsider', async which => {
    const seen = await allThatIsSeen('outsider', done[which]);
    for (const among of ['shared', 'unshared', 'reviewers', 'private'])
      expect(planting.foundIn(seen, among)).toEqual([]);
  });

  it('between reviewers, and within the lead organisation, is in no answer to a partner', async () => {
    const seen = (await allThatIsSeen('partner_a', done.shared)) + (await allThatIsSeen('partner_a', done.unshared));
    expect(planting.foundIn(seen, 'shared').length).toBeGreaterThan(0);
    for (const among of ['unshared', 'reviewers', 'private']) expect(planting.foundIn(seen, among)).toEqual([]);
  });

  it('is in no metrics', async () => {
    const doors = product.told('watched').map(({ address }) => address as string);
    const texts = await Promise.all(doors.map(async door => (await get(`${door}/metrics`)).text));
    expect(texts.join('\n')).toMatch(/assent_command_seconds_count\{type="RecordDecision",outcome="recorded"\} 1/);
    expect(planting.foundIn(texts.join('\n'))).toEqual([]);
  });

  it('is in no log and in no trace, and neither is an access token', async () => {
    expect(product.told('request-failed').length).toBeGreaterThanOrEqual(4);
    for (const fault of product.told('request-failed')) expect(fault['frames'].length).toBeGreaterThan(0);
    expect(await product.stop()).toBe(0);
    expect(product.told('command-handled').length).toBeGreaterThan(40);
    expect(collector.spans().length).toBeGreaterThan(200);
    expect(planting.foundIn(product.said())).toEqual([]);
    for (const { token } of Object.values(store.cast.members))
      expect(product.said() + collector.text()).not.toContain(token);
    expect(planting.foundIn(collector.text())).toEqual([]);
  });
});

describe('The watch over it', () => {
  it('catches a product that prints what it sends to the database', async () => {
    const leak = fileURLToPath(new URL('./canary/leak.mjs', import.meta.url));
    const leaking = startProgram('launcher', { ...environment(), NODE_OPTIONS: `--import ${leak}` });
    const { address } = await leaking.tells('product-serving');
    const where = 'control: a title';
    const title = `A title ${planting.word(where)}`;
    await askerAt(store, address as string)('analyst').do('draftProposal', { title });
    await leaking.stop();
    expect(planting.foundIn(leaking.said())).toEqual([where]);
  });
});

/** Everything that somebody is told when they ask for all there is. */
async function allThatIsSeen(who: PersonaKey, id: string): Promise<string> {
  const ask = async (query: string, variables: object = {}): Promise<string> =>
    (await as(who).send({ query, variables })).text;
  const fields = proposalQuery.slice(proposalQuery.indexOf('{ id reference'), proposalQuery.lastIndexOf('}'));
  const texts = await Promise.all([
    ask(proposalQuery, { id }),
    ask(pastQuery, { id, sequence: 1 }),
    ask(historyQuery, { filter: { proposalId: id }, first: 100 }),
    ask(historyQuery, { first: 100 }),
    ask(`{ proposals(first: 100) { edges { node ${fields} } } }`),
    ask(`query ($id: ID!) { node(id: $id) { ... on Proposal ${fields} } }`, { id }),
    as(who)
      .tryTo('withdrawProposal', { proposalId: id, expectedVersion: 1, reason: 'No.' })
      .then(problem => JSON.stringify(problem)),
    ask('{ organisations { name } }'),
  ]);
  return texts.join('\n');
}
