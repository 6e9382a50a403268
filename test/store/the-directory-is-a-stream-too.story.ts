// People, roles and tokens: changed together or not at all, each change an entry in one chain, also when many change at once;
// and a clock that goes back does not take a history back.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { DirectoryEvent } from '#governance';
import { changeDirectory, handleCommand } from '#store';
import { digestOfDatabase, openStore, type OpenStore, type Row } from '../harness/index.js';

let store: OpenStore;
beforeAll(async () => void (store = await openStore()));
afterAll(() => store.close());

const directory = () =>
  store.database.sql<Row>(`select * from ledger_entry where stream = 'directory' order by sequence`);
const organisation = (name: string): DirectoryEvent => ({
  ...{ type: 'OrganisationAdded', organisationId: uuidv7(), name, organisationKind: 'OTHER' },
});

describe('The directory', () => {
  it('keeps one chain when ten change it at once', async () => {
    const before = (await directory()).length;
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => store.cast.change([organisation(`A${n}`), organisation(`B${n}`)])),
    );
    const entries = await directory();
    expect(entries.length).toBe(before + 20);
    expect(entries.map(({ sequence }) => sequence as number)).toEqual(entries.map((_, index) => index + 1));
    for (const [index, entry] of entries.entries())
      expect(entry['previous_hash']).toEqual(index === 0 ? null : entries[index - 1]!['hash']);
    const [head] = await store.database.sql(`select * from stream_head where stream = 'directory'`);
    expect([head!['sequence'], head!['hash']]).toEqual([entries.length, entries.at(-1)!['hash']]);
  });

  it('is changed by all of an act’s events or by none', async () => {
    const before = await digestOfDatabase(store.database);
    const twice = [organisation('Only once'), organisation('ONLY ONCE')];
    await expect(store.cast.change(twice)).rejects.toThrow('organisation_name');
    const { personId } = store.cast.members.analyst;
    const issued: DirectoryEvent = {
      ...{ type: 'TokenIssued', tokenId: uuidv7(), personId, label: 'No secret', scopes: ['read'] },
      expiresAt: new Date().toISOString(),
    };
    await expect(store.cast.change([organisation('Never'), issued])).rejects.toThrow('without its secret');
    expect(await digestOfDatabase(store.database)).toBe(before);
  });

  it('names people and labels in words that can be erased, never in the entry', async () => {
    for (const { bytes } of await directory())
      for (const name of ['Hana Moreland', 'Kōwhai', 'Only once', 'Test']) expect(bytes.includes(name)).toBe(false);
  });

  it('may be changed under the application’s role, which is the only one it has', async () => {
    const by = { ...store.cast.members.administrator, role: 'administrator' as const };
    const act = { by, at: new Date().toISOString(), commandId: uuidv7(), newId: () => uuidv7() };
    const worker = await store.connect('assent_worker', 1);
    await expect(changeDirectory(worker, act, [organisation('Not the worker’s')])).rejects.toThrow('permission denied');
  });
});

describe('A clock that goes back', () => {
  it('leaves the times of a history in their order', async () => {
    const actor = await store.actorOf(store.cast.members.analyst);
    const send = (type: 'DraftProposal' | 'Comment', input: object, at: string) =>
      handleCommand(store.dataSource, { type, input, actor, at, commandId: uuidv7(), newId: () => uuidv7() });
    const now = new Date().toISOString();
    const drafted = (await send('DraftProposal', { title: 'Late' }, now)) as { proposal: { id: string } };
    const proposalId = drafted.proposal.id;
    await send('Comment', { proposalId, body: 'Earlier?' }, '2020-01-01T00:00:00.000Z');
    const rows = await store.database.sql('select at from ledger_entry where proposal_id = $1 order by sequence', [
      proposalId,
    ]);
    expect(rows.map(({ at }) => (at as Date).toISOString())).toEqual([now, now]);
  });
});
