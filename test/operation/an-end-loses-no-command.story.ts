// The end in order: SIGTERM while 16 clients send commands. What was acknowledged is recorded, no answer breaks off half-way,
// and whatever was not answered counts once when it is sent again to the next process.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { eventually, makeReady } from '../launcher/product.js';
import { holdReceipts, openSilentConnection } from './in-hand.js';
import { get, openProduct, type Product } from './product.js';

const clients = 16;
/** Acknowledged before the signal, so that it arrives in the midst of them. */
const before = 80;

type Outcome = 'recorded' | 'turned away' | 'not answered' | 'broken off';
interface Sent {
  commandId: string;
  outcome: Outcome;
  headers: Record<string, unknown>;
}

let product: Product;
beforeAll(async () => {
  makeReady();
  product = await openProduct();
});
afterAll(() => product.close());

const agent = new Agent({ keepAlive: true, maxSockets: clients });
afterAll(() => agent.destroy());

/** One command over a connection that is kept; it never rejects. */
function send(url: string, commandId: string): Promise<Sent> {
  const query = 'mutation ($input: DraftProposalInput!) { draftProposal(input: $input) { __typename } }';
  const { token } = product.store.cast.members.analyst;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return new Promise(resolve => {
    const ended = (outcome: Outcome, sentBack: object = {}): void =>
      resolve({ commandId, outcome, headers: { ...sentBack } });
    const asked = request(`${url}/graphql`, { method: 'POST', agent, headers }, answer => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('error', () => ended('broken off'));
      answer.on('end', () => {
        if (!answer.complete) return ended('broken off');
        if (answer.statusCode === 503) return ended('turned away', answer.headers);
        ended(text.includes('"Receipt"') ? 'recorded' : 'broken off', answer.headers);
      });
    });
    asked.on('error', () => ended('not answered'));
    asked.end(JSON.stringify({ query, variables: { input: { commandId, title: 'Sent in the last moment' } } }));
  });
}

const timesRecorded = async (commandId: string): Promise<number> => {
  const found = await product.store.database.sql(
    `select from ledger_entry where command_id = $1 and type = 'ProposalDrafted'`,
    [commandId],
  );
  return found.length;
};

describe('An end', () => {
  const sent: Sent[] = [];
  const of = (outcome: Outcome): Sent[] => sent.filter(each => each.outcome === outcome);

  it('while 16 clients send commands is in order, with code 0 and no answer broken off', async () => {
    let isOver = false;
    const keepSending = async (): Promise<void> => {
      while (!isOver) sent.push(await send(product.url, randomUUID()));
    };
    const sending = Promise.all(Array.from({ length: clients }, keepSending));
    await eventually('it is in full swing', () => of('recorded').length >= before);
    product.api.process.kill('SIGTERM');
    const code = await product.api.ended;
    isOver = true;
    await sending;
    expect(code).toBe(0);
    expect(of('broken off')).toEqual([]);
    expect(product.api.told('draining')).toHaveLength(1);
    expect(product.api.told('drained')).toEqual([expect.objectContaining({ cutOff: 0 })]);
    for (const { headers } of of('turned away'))
      expect(headers).toMatchObject({ 'retry-after': '5', connection: 'close' });
  });

  it('has recorded every command that it acknowledged, and once', async () => {
    expect(of('recorded').length).toBeGreaterThanOrEqual(before);
    for (const { commandId } of of('recorded'))
      expect([commandId, await timesRecorded(commandId)]).toEqual([commandId, 1]);
  });

  it('leaves the others to be sent again, and then each of them counts once', async () => {
    const next = product.startApi();
    const { address } = await next.tells('serving');
    const unknown = [...of('not answered'), ...of('turned away')].slice(0, 200);
    for (const { commandId } of unknown) {
      expect(await send(address, commandId)).toMatchObject({ outcome: 'recorded' });
      expect([commandId, await timesRecorded(commandId)]).toEqual([commandId, 1]);
    }
    agent.destroy();
    expect(await next.stop()).toBe(0);
  });
});

describe('While it drains', () => {
  it('finishes what is in hand, says at once that it is not ready, and turns away what comes in', async () => {
    const api = product.startApi();
    const [{ address: url }, { address: side }] = [await api.tells('serving'), await api.tells('watched')];
    const { database } = product.store;
    const held = (await send(url, randomUUID())).outcome;
    // A command that waits for a lock is in hand for as long as the lock is held.
    const lock = await holdReceipts(database.url);
    const waiting = send(url, randomUUID());
    const idle = await openSilentConnection(url);
    await eventually('the command waits', async () => (await lock.waiters()) > 0);
    api.process.kill('SIGTERM');
    await api.tells('draining');
    expect((await get(`${side}/readyz`)).json).toEqual({ ready: false, parts: { process: 'draining' } });
    expect((await get(`${side}/livez`)).status).toBe(200);
    expect((await get(`${url}/readyz`)).status).toBe(0);
    await idle.closed;
    await lock.release();
    expect([held, (await waiting).outcome]).toEqual(['recorded', 'recorded']);
    expect((await waiting).headers['connection']).toBe('close');
    expect(await api.ended).toBe(0);
  });

  it('cuts off what takes longer than it may, and says so by its exit code', async () => {
    const api = product.startApi({ DRAIN_SECONDS: '1' });
    const { address: url } = await api.tells('serving');
    const lock = await holdReceipts(product.store.database.url);
    const waiting = send(url, randomUUID());
    await eventually('the command waits', async () => (await lock.waiters()) > 0);
    api.process.kill('SIGTERM');
    expect((await waiting).outcome).toBe('not answered');
    expect(await api.ended).toBe(1);
    expect(api.told('drained')).toEqual([expect.objectContaining({ cutOff: 1 })]);
    await lock.release();
  });
});
