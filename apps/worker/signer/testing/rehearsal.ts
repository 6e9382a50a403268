// A signer's folder and a log in memory, every access of which can be the last one before a crash; and a record of every checkpoint
// that left the process, with the entries it was signed over.
import { generateKeyPairSync } from 'node:crypto';
import { formatLastSigned, parseLastSigned, signerOf, type LastSigned, type Signer } from '#keys';
import { algorithms, nextOrigin, parseCheckpoint, parseNote, type Loss } from '#ledger';
import type { KeyEvent, RecordedKey, StoredCheckpoint } from '#store';
import { naiveConsistency, naiveRoot } from '../../../../libs/ledger/testing/naive-tree.js';
import type { SignerHome } from '../home.js';
import type { Log } from '../log.js';

export class Crash extends Error {}

export interface Signed {
  /** Of the log that signed it. */
  origin: string;
  size: number;
  root: string;
  entries: readonly Buffer[];
}

/** What a backup of the database would hold. */
interface Database {
  entries: Buffer[];
  keys: RecordedKey[];
  checkpoints: StoredCheckpoint[];
}

export class Rehearsal {
  readonly everSigned: Signed[] = [];
  database: Database = { entries: [], keys: [], checkpoints: [] };
  /** The text of last-signed.json. */
  state: string | undefined;
  private readonly signers: Partial<Record<'current' | 'next', Signer>> = {};
  private lost: { loss: Loss; signer: Signer } | undefined;
  private accesses = 0;
  private crashesAt = Infinity;

  /** 1: before the next access takes effect, 2: after it, 3: before the one after that, and so on. */
  crashAt(moment: number): void {
    [this.accesses, this.crashesAt] = [0, moment];
  }

  backup(): Database {
    const { entries, keys, checkpoints } = this.database;
    return { entries: [...entries], keys: [...keys], checkpoints: [...checkpoints] };
  }

  grow(entries: number): void {
    for (let count = 0; count < entries; count += 1) this.place(`entry ${this.drawn++}`);
  }
  private drawn = 0;

  /** Entries that wait for their place get it, keys among them. */
  private place(text: string): void {
    const { entries, keys } = this.database;
    entries.push(Buffer.from(text));
    const waiting = keys.findIndex(({ index }) => index === null);
    if (waiting < 0) return;
    keys[waiting] = { ...keys[waiting]!, index: entries.length };
    entries.push(Buffer.from(JSON.stringify(keys[waiting].event)));
  }

  rotate(): void {
    this.signers.next ??= this.signer();
  }

  private signer(name = this.signers.current?.key.name ?? 'example.org/log'): Signer {
    const { privateKey } = generateKeyPairSync('ed25519');
    return signerOf(privateKey, name, algorithms.ed25519);
  }

  /** From here on others may have seen it. What was in the memory of a process alone when that crashed nobody saw. */
  private leave({ size, root, note }: Pick<LastSigned, 'size' | 'root' | 'note'>): void {
    const { origin } = parseCheckpoint(parseNote(note)!.text)!;
    const entries = [...this.database.entries];
    this.everSigned.push({ origin, size, root: Buffer.from(root).toString('hex'), entries });
  }

  /** An access of the outside world, which may be the last one. */
  private access<T>(effect: () => T): T {
    this.accesses += 1;
    if (this.crashesAt <= this.accesses * 2 - 1) throw new Crash();
    const result = effect();
    if (this.crashesAt === this.accesses * 2) throw new Crash();
    return result;
  }

  readonly home: SignerHome = {
    keys: () => this.signers.current && { current: this.signers.current, ...this.nextKey() },
    makeKey: () => this.access(() => void (this.signers.current = this.signer())),
    makeNextKey: () => this.rotate(),
    makeNextLog: loss =>
      this.access(() => {
        const signer = this.lost?.signer ?? this.signer(nextOrigin(this.signers.current!.key.name));
        this.lost = { loss, signer };
      }),
    promoteNext: () =>
      this.access(() => {
        this.signers.current = this.lost?.signer ?? this.signers.next;
        // A rotation that nobody heard of goes on under the new name.
        if (!this.lost) delete this.signers.next;
        else if (this.signers.next) this.signers.next = this.signer();
        this.lost = undefined;
      }),
    lastSigned: () => (this.state === undefined ? 'missing' : (parseLastSigned(this.state) ?? 'unreadable')),
    remember: (signed: LastSigned) =>
      this.access(() => {
        this.state = formatLastSigned(signed);
        this.leave(signed);
      }),
    alone: work => work(),
  };

  private nextKey(): { next?: Signer; loss?: Loss } {
    if (this.lost) return { next: this.lost.signer, loss: this.lost.loss };
    return this.signers.next ? { next: this.signers.next } : {};
  }

  readonly log: Log = {
    standing: async () => {
      const { entries, keys, checkpoints } = this.backup();
      const latest = checkpoints.at(-1);
      return { size: entries.length, keys, ...(latest ? { latest } : {}) };
    },
    rootAt: async size =>
      size > this.database.entries.length ? undefined : naiveRoot(this.database.entries.slice(0, size)),
    proveConsistency: async (from, to) =>
      from === 0 || from === to ? [] : naiveConsistency(from, this.database.entries.slice(0, to)),
    recordKey: async (event: KeyEvent, known) =>
      this.access(() => {
        if (this.database.keys.length !== known) return false;
        this.database.keys.push({ event, index: null });
        return true;
      }),
    publish: async checkpoint =>
      this.access(() => {
        this.leave(checkpoint);
        if (!this.database.checkpoints.some(({ size }) => size === checkpoint.size))
          this.database.checkpoints.push(checkpoint);
      }),
  };
}
