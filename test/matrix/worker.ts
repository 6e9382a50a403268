// What the worker has to have done before a grid can be played: what it seals, and what it counts.
import { foldFacts, sequenceBatch } from '#store';
import type { OpenApi } from '../harness/index.js';
import { openSigner, type OwnSigner } from '../proof/signing.js';

/** These show only what a checkpoint covers. */
const ofSealed: ReadonlySet<string> = new Set(['checkpoint', 'consistencyProof', 'entryProof']);

export class Worker {
  private signer: OwnSigner | undefined;

  constructor(private readonly api: OpenApi) {}

  async workFor(operation: string): Promise<void> {
    if (operation === 'reports') await this.count();
    if (ofSealed.has(operation)) await this.seal();
  }

  async seal(): Promise<void> {
    this.signer ??= await openSigner(this.api.store);
    await this.signer.turn();
  }

  /** Reports count what the worker has folded. */
  async count(): Promise<void> {
    const worker = await this.api.store.connect('assent_worker', 1);
    while ((await sequenceBatch(worker)) > 0);
    while ((await foldFacts(worker)) > 0);
  }

  async close(): Promise<void> {
    await this.api.close();
    this.signer?.close();
  }
}
