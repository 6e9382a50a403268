// The database is away for a moment: whoever asks is told so, and what is sent again under its command id counts once.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mutationText, openApi, submit, type OpenApi } from '../harness/index.js';
import { eventually } from '../launcher/product.js';
import { cutOffWaiting, setReachable } from '../operation/product.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

describe('A database that is away', () => {
  it('is said in words to commands and queries, and what is sent again is recorded once', async () => {
    const proposalId = await submit(api);
    const words = { commandId: randomUUID(), proposalId, body: 'Which suburb is meant?', about: ['CN-1'] };
    const officer = api.as('privacy_officer');
    const asked = [
      () => officer.send({ query: mutationText('comment'), variables: { input: words } }),
      () => officer.send({ query: '{ proposals(first: 5) { totalCount } }' }),
    ];
    await setReachable(api.store.database.name, false);
    for (const ask of asked) {
      const { status, body } = await ask();
      expect([status, body.errors?.[0]?.extensions.code]).toEqual([503, 'DATABASE_AWAY']);
      expect(body.errors?.[0]?.message).toContain('under the same command id');
    }
    await setReachable(api.store.database.name, true);
    // Whoever operates it is told all the same.
    expect(api.faults.splice(0)).toHaveLength(asked.length);
    expect((await officer.do('comment', words)).replayed).toBe(false);
    expect((await officer.do('comment', words)).replayed).toBe(true);
  });

  it('is said to a command whose connection is cut while it waits', async () => {
    const proposalId = await submit(api);
    const words = { commandId: randomUUID(), proposalId, body: 'Which year is meant?', about: ['CN-1'] };
    const other = (await api.store.connect('migrator', 1)).createQueryRunner();
    await other.startTransaction();
    await other.query('select 1 from proposal where id = $1 for update', [proposalId]);
    const officer = api.as('privacy_officer');
    const [{ status, body }] = await Promise.all([
      officer.send({ query: mutationText('comment'), variables: { input: words } }),
      eventually('the command waits', async () => (await cutOffWaiting(api.store.database.name)) > 0),
    ]);
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([503, 'DATABASE_AWAY']);
    expect(api.faults.splice(0)).toHaveLength(1);
    await other.rollbackTransaction();
    expect((await officer.do('comment', words)).replayed).toBe(false);
  });
});
