// The log goes over from one key to the next without a gap: an entry signed by both says so, and whoever trusts the first key can
// check every checkpoint, before and after.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { checking } from '#keys';
import { parseCheckpoint, parseKey, parseNote, rotatedTo, signedBy, type KeyRotation, type VerifierKey } from '#ledger';
import { perform } from '../../apps/worker/signer/commands.js';
import { openStore, travellerIn, type OpenStore, type Row } from '../harness/index.js';
import { openSigner, type OwnSigner } from './signing.js';

let store: OpenStore;
let signer: OwnSigner;
let first: VerifierKey;
beforeAll(async () => {
  store = await openStore();
  signer = await openSigner(store);
  await oneMore();
  first = signer.home.keys()!.current.key;
});
afterAll(async () => {
  await store.close();
  signer.close();
});

async function oneMore(): Promise<void> {
  await (await travellerIn(store)).send('analyst', 'DraftProposal', { title: 'One more' });
  expect(await signer.turn()).toEqual({ sealed: expect.any(Number) });
}
const rotate = () => perform('rotate', { home: signer.home, dataSource: signer.worker, checkpoint: undefined });

const keyEntries = async (): Promise<Row[]> =>
  store.database.sql(`select l.index::int, convert_from(e.bytes, 'UTF8')::jsonb as said from ledger_entry e
    left join ledger_position l on l.entry_id = e.id where e.stream = 'ledger' order by e.sequence`);

describe('Two rotations', () => {
  it('are begun by an operator, one at a time, and taken up while entries go on', async () => {
    for (let rotation = 0; rotation < 2; rotation += 1) {
      await oneMore();
      expect((await rotate()).lines[0]).toContain('The next key:');
      await expect(rotate()).rejects.toThrow('never written over');
      for (let turn = 0; turn < 3; turn += 1) await oneMore();
    }
    expect(signer.home.keys()!.next).toBeUndefined();
    expect(signer.home.keys()!.current.key).not.toEqual(first);
  });

  it('leave no old private key behind', () => {
    expect(readdirSync(signer.folder).filter(name => name.endsWith('.pem'))).toEqual(['key.pem']);
    expect(existsSync(path.join(signer.folder, 'last-signed.json'))).toBe(true);
  });

  it('are entries that lead from the first key to the last', async () => {
    const [introduced, ...rotated] = (await keyEntries()).map(({ said }) => said as Row);
    expect(introduced).toMatchObject({ type: 'SigningKeyIntroduced', by: { role: 'system' } });
    let trusted = parseKey(checking.sha256, introduced!['payload']['key'] as string)!;
    expect(trusted).toEqual(first);
    for (const { payload } of rotated) {
      const rotation = payload as KeyRotation;
      expect(parseKey(checking.sha256, rotation.oldKey)).toEqual(trusted);
      trusted = rotatedTo(checking, rotation)!;
    }
    expect([rotated.length, trusted]).toEqual([2, signer.home.keys()!.current.key]);
  });

  it('leave every checkpoint signed by the key that the entries before its end name last', async () => {
    const entries = await keyEntries();
    const checkpoints = await store.database.sql('select size::int, note from checkpoint order by size');
    for (const { size, note } of checkpoints) {
      const covered = entries.filter(({ index }) => index !== null && (index as number) < (size as number));
      const payload = covered.at(-1)?.['said'].payload as Row | undefined;
      const key = payload ? parseKey(checking.sha256, (payload['newKey'] ?? payload['key']) as string)! : first;
      const parsed = parseNote(note as string)!;
      expect([size, signedBy(checking, parsed, key)]).toEqual([size, 'valid']);
      expect(parseCheckpoint(parsed.text)).toMatchObject({ origin: first.name, size });
    }
    expect(checkpoints.length).toBeGreaterThan(8);
  });

  it('need a key to begin with', async () => {
    const other = await openSigner(store);
    const asked = { home: other.home, dataSource: other.worker, checkpoint: undefined };
    await expect(perform('rotate', asked)).rejects.toThrow('no signing key');
    await expect(perform('anything', asked)).rejects.toThrow('There is no command');
    other.close();
  });
});
