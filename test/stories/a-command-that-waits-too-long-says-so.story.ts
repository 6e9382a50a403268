// Whoever has to wait too long for others is told that nothing was recorded, and sends the same command again.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mutationText, openApi, submit, type OpenApi } from '../harness/index.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

describe('A command that waits too long for others', () => {
  it('is told so, leaves everything as it was, and is recorded when it is sent again', async () => {
    const proposalId = await submit(api);
    const words = { commandId: randomUUID(), proposalId, body: 'Which suburb is meant?', about: ['CN-1'] };
    const other = (await api.store.connect('migrator', 1)).createQueryRunner();
    await other.startTransaction();
    await other.query('select 1 from proposal where id = $1 for update', [proposalId]);
    const before = await api.digest();
    const { status, body } = await api
      .as('privacy_officer')
      .send({ query: mutationText('comment'), variables: { input: words } });
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([503, 'BUSY']);
    expect(await api.digest()).toBe(before);
    await other.rollbackTransaction();
    const receipt = await api.as('privacy_officer').do('comment', words);
    expect(receipt.replayed).toBe(false);
  });
});
