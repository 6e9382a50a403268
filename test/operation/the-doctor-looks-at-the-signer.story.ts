// What the doctor says of the signer, for each way its folder can stand to the database; and that looking changes nothing in it.
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatLastSigned, lastSignedOf } from '#keys';
import { tellRefusal } from '#store';
import { findInstallation, withStore } from '../../apps/operator/installation.js';
import { judgeSigner } from '../../apps/operator/signer-standing.js';
import { perform } from '../../apps/worker/signer/commands.js';
import { signerHome } from '../../apps/worker/signer/home.js';
import { openStore, travellerIn, type OpenStore } from '../harness/index.js';
import { openSigner, type OwnSigner } from '../proof/signing.js';
import { signedCheckpoint } from '../tamper/log.js';

let store: OpenStore;
let signer: OwnSigner;
let papers: string;
beforeAll(async () => {
  store = await openStore();
  signer = await openSigner(store);
  papers = mkdtempSync(join(tmpdir(), 'assent-signer-'));
});
afterAll(async () => {
  await store.close();
  signer.close();
  rmSync(papers, { recursive: true });
});

const at = (name: string): string => join(papers, name);
/** A copy of the signer's folder as it is now, to be altered. */
function copy(name: string): string {
  cpSync(signer.folder, at(name), { recursive: true });
  return at(name);
}

async function found(folder = signer.folder, more: Record<string, string> = {}): Promise<string[]> {
  const { url } = store.database;
  const environment = { ASSENT_HOME: papers, MIGRATION_DATABASE_URL: url, SIGNER_HOME: folder, ...more };
  const before = readdirSync(papers, { recursive: true });
  const findings = await withStore(url, dataSource => judgeSigner(findInstallation(environment), dataSource));
  expect(readdirSync(papers, { recursive: true })).toEqual(before);
  for (const { state, remedy } of findings) expect(typeof remedy).toBe(state === 'ok' ? 'undefined' : 'string');
  return findings.map(({ state, check, says }) => `${state} ${check}: ${says}`);
}

async function seal(): Promise<void> {
  await (await travellerIn(store)).send('analyst', 'DraftProposal', { title: 'One more' });
  await signer.turn();
}

describe('Before anything was signed', () => {
  it('there is no key, and that is worth a word', async () => {
    expect(await found(at('nowhere'))).toEqual([
      expect.stringMatching(/^warning Signing key: none in .*nowhere, and nothing was signed yet$/),
    ]);
  });

  it('a key alone has signed nothing', async () => {
    const other = await openSigner(store);
    other.home.makeKey();
    other.home.keys();
    expect((await found(other.folder)).at(-1)).toBe('ok Signer: it has signed nothing yet');
    other.close();
  });
});

describe('When it has signed', () => {
  it('its key, its log and its last checkpoint are shown to fit', async () => {
    await seal();
    expect(await found()).toEqual([
      expect.stringMatching(/^ok Signing key: assent\.local\/[0-9a-f]{16}\+[0-9a-f]{8}, readable by its owner only$/),
      expect.stringMatching(
        /^ok Signer: it signed \d+ entries of assent\.local\/.* last; the tree of \d+ begins with them$/,
      ),
    ]);
  });

  it('a folder without the key, without what it signed, or with half of it is told', async () => {
    expect(await found(at('nowhere'))).toEqual([
      expect.stringMatching(/^warning Signing key: none in .*; this ledger is signed with assent\.local/),
    ]);
    const gone = copy('gone');
    rmSync(join(gone, 'last-signed.json'));
    expect((await found(gone)).at(-1)).toBe('problem Signer: what it signed last is missing: it signs nothing');
    writeFileSync(
      join(gone, 'last-signed.json'),
      readFileSync(join(signer.folder, 'last-signed.json'), 'utf8').slice(9),
    );
    expect((await found(gone)).at(-1)).toBe('problem Signer: what it signed last is unreadable: it signs nothing');
    writeFileSync(join(gone, 'key.pem'), 'no key', { mode: 0o600 });
    expect(await found(gone)).toEqual([expect.stringMatching(/^problem Signing key: .*holds no Ed25519 key/)]);
  });

  it('a folder that was brought back from an older copy is told', async () => {
    const older = copy('older');
    await seal();
    expect((await found(older)).at(-1)).toMatch(
      /^problem Signer: it signed (\d+) entries .*a checkpoint of (?!\1)\d+$/,
    );
  });

  it('a folder whose key is of another name, and a worker that refuses, are told', async () => {
    const other = await found(signer.folder, { LEDGER_ORIGIN: 'example.org/another' });
    expect(other.at(-1)).toMatch(/^problem Signer: .* and its key is for another log$/);
    await tellRefusal(signer.worker, 'another-key');
    expect((await found()).at(-1)).toMatch(/^problem Signer: .* a worker says that it refuses \(another-key\)$/);
    await tellRefusal(signer.worker, null);
  });

  it('a database that lost what was signed, or has something else in its place, is told', async () => {
    const folder = copy('ahead');
    const { current } = signer.home.keys()!;
    const remember = (size: number) => {
      const note = signedCheckpoint(current, { size, root: randomBytes(32) });
      writeFileSync(join(folder, 'last-signed.json'), formatLastSigned(lastSignedOf(note)!));
    };
    remember(1);
    expect((await found(folder)).at(-1)).toMatch(
      /^problem Signer: SEALED HISTORY IS MISSING: .* does not begin with them$/,
    );
    remember(999);
    expect((await found(folder)).at(-1)).toMatch(/^problem Signer: SEALED HISTORY IS MISSING: .* this tree has \d+$/);
    const home = signerHome(folder);
    const asked = { home, dataSource: signer.worker, checkpoint: undefined, reason: 'The disk broke.' };
    expect((await perform('resume-after-loss', asked)).isWell).toBe(true);
    expect((await found(folder)).at(-1)).toMatch(
      /^warning Signer: a loss of history was declared, and .*epoch-2 has not begun yet$/,
    );
  });

  it('the folder of another installation is told, and nothing can be declared by it', async () => {
    const another = await openStore();
    const other = await openSigner(another);
    await other.turn();
    expect((await found(other.folder)).at(-1)).toMatch(/^problem Signer: .* and this ledger is another log$/);
    const asked = { home: other.home, dataSource: signer.worker, checkpoint: undefined, reason: 'The disk broke.' };
    await expect(perform('resume-after-loss', asked)).rejects.toThrow(
      'signed with another key, or under another origin',
    );
    other.close();
    await another.close();
  });
});
