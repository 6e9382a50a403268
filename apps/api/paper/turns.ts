// Takes turns: so many at once, so many waiting, and whoever comes then is sent away.

export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** Undefined, and nothing was done, where too many wait. */
  async take<T>(work: () => Promise<T>): Promise<{ done: T } | undefined> {
    if (this.running >= this.atOnce) {
      if (this.waiting.length >= this.mostWaiting) return undefined;
      await new Promise<void>(resolve => this.waiting.push(resolve));
    } else this.running += 1;
    try {
      return { done: await work() };
    } finally {
      const next = this.waiting.shift();
      // The turn is handed on.
      if (next) next();
      else this.running -= 1;
    }
  }
}
