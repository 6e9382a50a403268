// Growing the tree and having it signed, at the worker's pace: about once a second under load, at once when nothing more comes.
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { growTree, ledgerProgress, publishDefinitions, tellRefusal, type LedgerProgress, type SystemAct } from '#store';
import { faultFields, inSpan, tell } from '#telemetry';
import type { SignerHome } from './signer/home.js';
import { logIn, type Log } from './signer/log.js';
import { seal, type Sealing } from './signer/seal.js';
import type { Refusal } from './signer/refusal.js';

/** Milliseconds: between two checkpoints under load, and between two looks at the tree while there is nothing to sign. */
const paces = { sealing: 1_000, looking: 5_000 };

export interface SealerOptions {
  home: SignerHome;
  createsKey: boolean;
}

const systemAct = (): SystemAct => ({ at: new Date().toISOString(), newId: () => uuidv7() });

export class Sealer {
  /** Why nothing is signed at present. */
  refusal: Refusal | undefined;
  private readonly log: Log;
  private isPublished = false;
  private isFailing = false;
  private turnAt = -Infinity;

  constructor(
    private readonly dataSource: DataSource,
    private readonly options: SealerOptions,
  ) {
    this.log = logIn(dataSource, systemAct);
  }

  /** Is called after each batch with the number of entries that it placed. Rejects when the tree cannot grow. */
  async follow(placed: number): Promise<void> {
    await this.publishOnce();
    const progress = await this.grow();
    if (this.isDue(progress, placed)) await this.turn(progress);
  }

  private async publishOnce(): Promise<void> {
    if (this.isPublished) return;
    const entries = await publishDefinitions(this.dataSource, systemAct());
    if (entries > 0) tell('definitions-published', { entries });
    this.isPublished = true;
  }

  private async grow(): Promise<LedgerProgress> {
    const progress = await ledgerProgress(this.dataSource);
    if (progress.size >= progress.placed) return progress;
    // What has long waited, as after an upgrade, grows in steps, so that it is sealed in steps as well.
    const until = performance.now() + paces.sealing;
    await inSpan({ name: 'tree' }, async () => {
      while ((await growTree(this.dataSource)) > 0 && performance.now() < until);
    });
    return ledgerProgress(this.dataSource);
  }

  /** Each start looks first of all, and then now and then: a database may be replaced while nothing is written. */
  private isDue({ size, sealedSize }: LedgerProgress, placed: number): boolean {
    const rested = performance.now() - this.turnAt;
    if (this.refusal || size === sealedSize) return rested >= paces.looking;
    return placed === 0 || rested >= paces.sealing;
  }

  private async turn(progress: LedgerProgress): Promise<void> {
    const began = performance.now();
    this.turnAt = began;
    try {
      const sealing = await inSpan({ name: 'seal' }, () => seal({ ...this.options, log: this.log }));
      if (sealing !== 'busy' && 'sealed' in sealing && sealing.sealed > progress.sealedSize)
        tell('checkpoint-signed', { size: sealing.sealed, ms: Math.round(performance.now() - began) });
      await this.note(sealing, progress);
      this.isFailing = false;
    } catch (error) {
      // The database or the disk; what was signed is remembered, so the next turn goes on from there.
      if (!this.isFailing) tell('sealing-failed', faultFields(error));
      this.isFailing = true;
    }
  }

  private async note(sealing: Sealing, told: Pick<LedgerProgress, 'refusal'>): Promise<void> {
    if (sealing === 'busy') return;
    const refusal = 'refused' in sealing ? sealing.refused : undefined;
    if (refusal && refusal !== this.refusal) tell('sealing-refused', { reason: refusal });
    if (!refusal && this.refusal) tell('sealing-resumed', {});
    this.refusal = refusal;
    // A worker without a key may stand beside one that has it and signs.
    if (refusal === 'no-key' || told.refusal === (refusal ?? null)) return;
    await tellRefusal(this.dataSource, refusal ?? null);
  }
}
