// What waits to be told to one subscriber. Of one proposal only its latest version waits, and of very many only that there are:
// a subscriber that is slow holds little.

/** Told as one event without an id when more of them wait. */
const MOST = 200;

export type Told = { id: string; version: number } | { id: null; version: null } | { size: number };

export const ALL = { id: null, version: null } as const;

export class ChangeStream implements AsyncIterableIterator<Told, undefined> {
  private readonly waiting = new Map<string | null, Told>();
  private wake: (() => void) | undefined;
  private isOver = false;

  /** `onEnd` is called once, whoever ends it. */
  constructor(private readonly onEnd: () => void) {}

  push(told: Told): void {
    if (this.isOver || this.waiting.has(null)) return;
    const key = 'id' in told ? told.id : 'size';
    if (key === null || (this.waiting.size >= MOST && !this.waiting.has(key))) {
      this.waiting.clear();
      this.waiting.set(null, ALL);
    } else this.waiting.set(key, told);
    this.wake?.();
  }

  async next(): Promise<IteratorResult<Told, undefined>> {
    while (!this.isOver && this.waiting.size === 0) await new Promise<void>(resolve => (this.wake = resolve));
    const [first] = this.waiting;
    if (this.isOver || !first) return { done: true, value: undefined };
    this.waiting.delete(first[0]);
    return { done: false, value: first[1] };
  }

  async return(): Promise<IteratorResult<Told, undefined>> {
    if (!this.isOver) {
      this.isOver = true;
      this.waiting.clear();
      this.onEnd();
      this.wake?.();
    }
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
