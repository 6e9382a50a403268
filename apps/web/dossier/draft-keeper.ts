// Lives a draft: keeps it in the browser, saves it at every pause, merges what others saved. What it does with the world it is given,
// so that a test can be the world. A keystroke changes memory and nothing else.
import type { Problem } from '../app/problem.js';
import { watched, type Watched } from '../app/watched.js';
import { changeOf, type Change } from './dossier-input.js';
import { choose, draftOf, rebase, refused, saved, sending, write, type Choice, type Draft } from './draft.js';
import { changedPlaces, withoutStrays, type Leaves } from './leaves.js';
import { sendableOf, type Held } from './sendable.js';
import type { QuestionShape } from './answers.js';

/** asks: saving would make a sign-off stale, which a person decides. unreachable: tried again by itself. */
export type SaveState = 'saved' | 'writing' | 'sending' | 'unreachable' | 'signed-out' | 'asks' | 'refused';

export interface Kept {
  draft: Draft;
  state: SaveState;
  savedAt?: Date;
  /** What could not be saved as it is, at the last pause. */
  held: readonly Held[];
  problem?: Problem;
  /** Sign-offs that saving would make stale, and where that was written last. */
  stale?: { signOffs: readonly string[]; place: string };
  /** Who saved what is in conflict, and when. */
  others: Readonly<Record<string, Other>>;
  wasRestored: boolean;
}

export interface Other {
  id: string;
  name: string;
  at: string;
}

export interface Now {
  leaves: Leaves;
  version: number;
  others: Readonly<Record<string, Other>>;
}

/** The world of a draft. */
export interface Ports {
  revise: (change: Change & { commandId: string; expectedVersion: number }) => Promise<Now | { problem: Problem }>;
  /** What stands there now; undefined when nobody answers. */
  now: () => Promise<Now | undefined>;
  /** Which sign-offs the change would make stale. Empty where none is given, without asking. */
  preview: (change: Change) => Promise<readonly string[]>;
  keep: (draft: Draft | undefined) => Promise<void>;
  questions: () => ReadonlyMap<string, QuestionShape>;
  newId: () => string;
  after: (milliseconds: number, act: () => void) => () => void;
  clock: () => Date;
}

export const PAUSE_MS = 1_500;
const AGAIN_MS = 5_000;

export interface Keeper {
  kept: Watched<Kept>;
  write(changes: Leaves): void;
  /** At once, such as on leaving. Resolves true when all that can be saved is. */
  save(): Promise<boolean>;
  /** Saves although sign-offs become stale. */
  agree(): Promise<boolean>;
  choose(place: string, choice: Choice): void;
  /** What the api showed in passing. Older than what is known, it says nothing. */
  theirs(now: Now): void;
  close(): Promise<void>;
}

/** `restored`: what this browser kept, from before a reload or the end of a session. */
export function openKeeper(now: Now, restored: Draft | undefined, ports: Ports): Keeper {
  const start = restored ? rebase(restored, now.leaves, now.version) : draftOf(now.leaves, now.version);
  const isBegun = restored !== undefined && (start.pending !== undefined || isWritten(start));
  // A save whose fate is not known is told apart from others’ work only by asking for it again.
  const draft = restored?.pending ? restored : start;
  const kept = watched<Kept>({ draft, state: 'saved', held: [], others: {}, wasRestored: isBegun });
  const keeper = new DraftKeeper(kept, ports);
  if (isBegun) void keeper.save();
  return keeper;
}

const isWritten = ({ base, mine, conflicts }: Draft): boolean =>
  conflicts.length > 0 || changedPlaces(base, withoutStrays(mine)).length > 0;

class DraftKeeper implements Keeper {
  private stopSaving = () => {};
  private keeping: Promise<void> | undefined;
  private isMoreToKeep = false;
  private running: Promise<boolean> | undefined;
  private agreed: readonly string[] = [];
  private last = '';
  private isClosed = false;

  constructor(
    readonly kept: Watched<Kept>,
    private readonly ports: Ports,
  ) {}

  write(changes: Leaves): void {
    this.last = Object.keys(changes).at(-1) ?? this.last;
    this.set({ draft: write(this.draft, changes), state: 'writing' });
    this.soon();
  }

  choose(place: string, choice: Choice): void {
    this.set({ draft: choose(this.draft, place, choice), state: 'writing' });
    this.soon();
  }

  theirs({ leaves, version, others }: Now): void {
    if (version <= this.draft.version || this.draft.pending || this.running) return;
    this.set({ draft: rebase(this.draft, leaves, version), others });
    if (isWritten(this.draft)) this.soon();
  }

  agree(): Promise<boolean> {
    this.agreed = [...this.agreed, ...(this.kept.get().stale?.signOffs ?? [])];
    return this.save();
  }

  /** One save at a time: whoever asks meanwhile waits for it, and for another one if there is more. */
  async save(): Promise<boolean> {
    this.stopSaving();
    while (this.running) await this.running;
    this.running = this.saveNow().finally(() => (this.running = undefined));
    return this.running;
  }

  async close(): Promise<void> {
    await this.keep();
    if (this.kept.get().state === 'writing') await this.save();
    this.isClosed = true;
    this.stopSaving();
  }

  private get draft(): Draft {
    return this.kept.get().draft;
  }

  private set(change: Partial<Kept>): void {
    this.kept.set({ ...this.kept.get(), ...change });
  }

  private soon(milliseconds = PAUSE_MS): void {
    void this.keep();
    this.stopSaving();
    if (!this.isClosed) this.stopSaving = this.ports.after(milliseconds, () => void this.save());
  }

  /** In this browser, at once; one after the other, and only the latest of those that wait. */
  private keep(): Promise<void> {
    this.isMoreToKeep = true;
    this.keeping ??= this.keepLatest().finally(() => (this.keeping = undefined));
    return this.keeping;
  }

  private async keepLatest(): Promise<void> {
    while (this.isMoreToKeep) {
      this.isMoreToKeep = false;
      await this.ports.keep(this.draft.pending || isWritten(this.draft) ? this.draft : undefined);
    }
  }

  private async saveNow(): Promise<boolean> {
    const { sent, held } = sendableOf(this.draft, this.ports.questions());
    const change = this.draft.pending ? undefined : changeOf(this.draft.base, sent);
    if (!this.draft.pending && !change) return this.settle({ held });
    if (change) {
      if (!(await this.mayGo(change))) return false;
      this.set({ draft: sending(this.draft, { commandId: this.ports.newId(), sent }) });
    }
    this.set({ state: 'sending', held, problem: undefined, stale: undefined });
    await this.keep();
    return this.send();
  }

  /** Asks before a sign-off falls: writing goes on in the browser meanwhile. */
  private async mayGo(change: Change): Promise<boolean> {
    const signOffs = (await this.ports.preview(change)).filter(key => !this.agreed.includes(key));
    if (signOffs.length === 0) return true;
    this.set({ state: 'asks', stale: { signOffs, place: this.last } });
    await this.keep();
    return false;
  }

  private async send(): Promise<boolean> {
    const { base, version, pending } = this.draft;
    if (!pending) return this.settle({});
    const change = changeOf(base, pending.sent);
    // Nothing between the two: it was recorded and merged already.
    if (!change) return this.settle({ draft: refused(this.draft) });
    const answer = await this.ports.revise({ ...change, commandId: pending.commandId, expectedVersion: version });
    if ('problem' in answer) return this.failed(answer.problem);
    this.set({ draft: saved(this.draft, answer.leaves, answer.version), savedAt: this.ports.clock() });
    return this.settle({});
  }

  private async settle(change: Partial<Kept>): Promise<boolean> {
    const { sent, held } = sendableOf(change.draft ?? this.draft, this.ports.questions());
    const isMore = changeOf((change.draft ?? this.draft).base, sent) !== undefined;
    this.set({ held, problem: undefined, stale: undefined, ...change, state: isMore ? 'writing' : 'saved' });
    await this.keep();
    if (isMore) this.soon();
    return !isMore;
  }

  private async failed(problem: Problem): Promise<boolean> {
    if (problem.kind === 'CONFLICT') return this.merge();
    if (problem.kind === 'SIGNED_OUT') this.set({ state: 'signed-out' });
    else if (problem.kind === 'UNREACHABLE' || problem.kind === 'FAULT') {
      this.set({ state: 'unreachable' });
      this.soon(AGAIN_MS);
    } else this.set({ state: 'refused', problem, draft: refused(this.draft) });
    await this.keep();
    return false;
  }

  /** Somebody was faster: what only one of us changed goes together by itself, and is sent again under another id. */
  private async merge(): Promise<boolean> {
    const now = await this.ports.now();
    if (!now) {
      this.set({ state: 'unreachable' });
      this.soon(AGAIN_MS);
      return false;
    }
    this.set({ draft: rebase(refused(this.draft), now.leaves, now.version), others: now.others });
    return this.saveNow();
  }
}
