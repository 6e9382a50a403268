// What the stories of the proof stand on: a store with a signer of its own, turn by turn in this process.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { growTree, sequenceBatch, type SystemAct } from '#store';
import { signerHome, type SignerHome } from '../../apps/worker/signer/home.js';
import { logIn, type Log } from '../../apps/worker/signer/log.js';
import { seal, type Sealing } from '../../apps/worker/signer/seal.js';
import type { OpenStore } from '../harness/index.js';

export interface OwnSigner {
  folder: string;
  home: SignerHome;
  log: Log;
  worker: DataSource;
  /** Every entry that waits gets its place, the tree grows over it, and the signer has its turn. */
  turn(): Promise<Sealing>;
  close(): void;
}

export const systemAct = (): SystemAct => ({ at: new Date().toISOString(), newId: () => uuidv7() });

export async function openSigner(store: OpenStore): Promise<OwnSigner> {
  const folder = mkdtempSync(path.join(tmpdir(), 'assent-signer-'));
  const [worker, home] = [await store.connect('assent_worker', 3), signerHome(folder)];
  const log = logIn(worker, systemAct);
  const turn = async (): Promise<Sealing> => {
    while ((await sequenceBatch(worker)) > 0);
    while ((await growTree(worker)) > 0);
    return seal({ home, log, createsKey: true });
  };
  return { folder, home, log, worker, turn, close: () => rmSync(folder, { recursive: true }) };
}
