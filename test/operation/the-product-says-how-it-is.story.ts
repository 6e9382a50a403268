// What whoever runs the product is told: health, metrics and one line for each thing done; and what strangers are not told.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { migrateDown, migrateUp } from '#store';
import { draft, type Row } from '../harness/index.js';
import { eventually, makeReady } from '../launcher/product.js';
import { holdReceipts } from './in-hand.js';
import { get, openProduct, setReachable, type Product } from './product.js';

let product: Product;
beforeAll(async () => {
  makeReady();
  product = await openProduct({ WORKER_LAG_SECONDS: '1' });
  // What the harness recorded before there was a worker has waited for longer than that.
  await eventually('the worker has caught up', async () => (await get(`${product.workerSide}/readyz`)).status === 200);
});
afterAll(() => product.close());

const metric = async (url: string, name: string): Promise<number | undefined> => {
  const { text } = await get(`${url}/metrics`);
  const line = text.split('\n').find(each => each.startsWith(`${name} `) || each.startsWith(`${name}{`));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
};

describe('The product', () => {
  it('says that it lives and is ready, in one word a part, with no address and no version', async () => {
    for (const url of [product.url, product.side, product.workerSide]) {
      expect((await get(`${url}/livez`)).json).toEqual({ alive: true });
      const parts = { database: 'ok', migrations: 'up to date', worker: 'ok' };
      expect(await get(`${url}/readyz`)).toMatchObject({ status: 200, json: { ready: true, parts } });
    }
  });

  it('tells each request, each command and each batch in a line of its own', async () => {
    const correlationId = randomUUID();
    const commandId = randomUUID();
    const query = `mutation Named($input: DraftProposalInput!) { mine: draftProposal(input: $input) { __typename } }`;
    const input = { commandId, title: 'Where visits are missing' };
    await product.as('analyst').send({ query, variables: { input } }, { 'x-correlation-id': correlationId });
    const { personId } = product.store.cast.members.analyst;
    const own = { level: 'info', part: 'api', correlationId, personId };
    await eventually('the request is told', () => product.api.told('request-answered').length > 0);
    expect(product.api.told('command-handled')).toEqual([
      {
        ...own,
        event: 'command-handled',
        time: expect.any(String),
        commandId,
        type: 'DraftProposal',
        outcome: 'recorded',
        tries: 1,
        ms: expect.any(Number),
      },
    ]);
    expect(product.api.told('request-answered')).toEqual([
      {
        ...own,
        event: 'request-answered',
        time: expect.any(String),
        method: 'POST',
        route: '/graphql',
        status: 200,
        operation: 'draftProposal',
        ms: expect.any(Number),
      },
    ]);
    const [{ entries }] = (await product.store.database.sql('select count(*)::int as entries from ledger_entry')) as [
      Row,
    ];
    const placed = () => product.worker.told('batch-sequenced').map(line => line['entries'] as number);
    await eventually('every entry is told', () => placed().reduce((sum, each) => sum + each, 0) === entries);
  });

  it('tells a refusal by its code, and requests that never reached GraphQL by their status', async () => {
    const before = product.api.told('request-answered').length;
    const proposalId = await draft(product.asApi());
    await product.as('outsider').refused('withdrawProposal', { proposalId, expectedVersion: 1, reason: 'No.' });
    await product.as('analyst').send('{ "query": ');
    await fetch(`${product.url}/graphql`, { method: 'POST' });
    await fetch(`${product.url}/nowhere/${randomUUID()}?q=${randomUUID()}`);
    await product.as('analyst').send({ query: 'query Q { viewer { nothing } }' });
    await eventually('all are told', () => product.api.told('request-answered').length >= before + 6);
    const told = product.api.told('request-answered').slice(before + 1);
    expect(told.map(({ route, status, operation, code }) => ({ route, status, operation, code }))).toEqual([
      { route: '/graphql', status: 200, operation: 'withdrawProposal', code: 'not-found' },
      { route: '/graphql', status: 400, operation: undefined, code: undefined },
      { route: '/graphql', status: 401, operation: undefined, code: undefined },
      { route: '*', status: 404, operation: undefined, code: undefined },
      { route: '/graphql', status: 400, operation: undefined, code: 'GRAPHQL_VALIDATION_FAILED' },
    ]);
    expect(product.api.told('command-handled').at(-1)).toMatchObject({ outcome: 'refused', kind: 'NOT_FOUND' });
  });

  it('tells of a client that went away before its answer, in one line', async () => {
    const lock = await holdReceipts(product.store.database.url);
    const correlationId = randomUUID();
    const { token } = product.store.cast.members.analyst;
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'x-correlation-id': correlationId,
    };
    const query = `mutation { draftProposal(input: { commandId: "${randomUUID()}", title: "Gone" }) { __typename } }`;
    const leaving = new AbortController();
    const body = JSON.stringify({ query });
    const asked = fetch(`${product.url}/graphql`, { method: 'POST', headers, body, signal: leaving.signal });
    await eventually('the command waits', async () => (await lock.waiters()) > 0);
    leaving.abort();
    await expect(asked).rejects.toThrow('aborted');
    const { personId } = product.store.cast.members.analyst;
    expect(await product.api.tells('request-abandoned')).toMatchObject({ correlationId, personId, route: '/graphql' });
    await lock.release();
    const ofIt = (event: string) => product.api.told(event).filter(line => line['correlationId'] === correlationId);
    await eventually('its command is told', () => ofIt('command-handled').length > 0);
    expect(ofIt('command-handled')).toMatchObject([{ outcome: 'recorded' }]);
    expect([...ofIt('request-abandoned'), ...ofIt('request-answered')]).toHaveLength(1);
  });

  it('counts what it did, with no id in any label', async () => {
    const { status, text } = await get(`${product.side}/metrics`);
    expect(status).toBe(200);
    expect(text).toMatch(/^assent_command_seconds_count\{type="DraftProposal",outcome="recorded"\} 3$/m);
    expect(text).toMatch(/^assent_refusals_total\{kind="NOT_FOUND",code="not-found"\} 1$/m);
    expect(text).toMatch(/^assent_request_seconds_count\{method="POST",route="\/graphql",status="401"\} 1$/m);
    for (const name of ['assent_pool_connections', 'assent_pool_waiting', 'assent_requests_in_hand'])
      expect(await metric(product.side, name)).toBeGreaterThanOrEqual(0);
    for (const name of ['process_cpu_seconds_total', 'nodejs_eventloop_lag_seconds'])
      expect(await metric(product.workerSide, name)).toBeGreaterThanOrEqual(0);
    expect(await metric(product.workerSide, 'assent_entries_sequenced_total')).toBeGreaterThan(1);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  it('shows metrics at its front door to nobody', async () => {
    expect((await get(`${product.url}/metrics`)).status).toBe(404);
  });

  it('says that the worker is behind, and serves nevertheless; the worker itself is not ready then', async () => {
    product.worker.process.kill('SIGSTOP');
    await draft(product.asApi());
    await eventually(
      'the api says so',
      async () => (await get(`${product.url}/readyz`)).json.parts.worker === 'behind',
    );
    expect((await get(`${product.url}/readyz`)).status).toBe(200);
    expect(await metric(product.side, 'assent_worker_lag_seconds')).toBeGreaterThan(1);
    product.worker.process.kill('SIGCONT');
    await eventually('it caught up', async () => (await get(`${product.workerSide}/readyz`)).status === 200);
    await eventually('nothing waits', async () => (await metric(product.side, 'assent_worker_lag_seconds')) === 0);
  });

  it('is not ready while a migration is missing', async () => {
    await migrateDown(product.store.database.url);
    for (const url of [product.url, product.workerSide]) {
      const parts = { database: 'ok', migrations: 'pending', worker: 'unknown' };
      expect(await get(`${url}/readyz`)).toMatchObject({ status: 503, json: { ready: false, parts } });
    }
    await migrateUp(product.store.database.url);
    expect((await get(`${product.url}/readyz`)).status).toBe(200);
  });

  it('is not ready without its database, lives on, and is ready again with it', async () => {
    const { name } = product.store.database;
    await setReachable(name, false);
    await eventually('it says so', async () => (await get(`${product.url}/readyz`)).status === 503);
    expect((await get(`${product.url}/readyz`)).json.parts.database).toBe('unreachable');
    expect((await get(`${product.workerSide}/livez`)).status).toBe(200);
    await product.worker.tells('sequencing-failed');
    await setReachable(name, true);
    await eventually('it is ready', async () => (await get(`${product.url}/readyz`)).status === 200);
    expect(await product.worker.tells('sequencing-resumed')).toMatchObject({ level: 'info' });
    expect(product.worker.told('sequencing-failed')).toHaveLength(1);
  });
});
