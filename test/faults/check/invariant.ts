// What an invariant's examination finds: how much it looked at, and what it found wrong, with the ids to look it up.

export interface Finding {
  /** I1, I2 …: how controls name it. */
  key: string;
  title: string;
  /** What it looked at, and how often: an invariant that examined nothing has shown nothing. */
  examined: Record<string, number>;
  violations: string[];
}

export class Examination {
  private readonly examined: Record<string, number> = {};
  private readonly violations: string[] = [];

  constructor(
    private readonly key: string,
    private readonly title: string,
  ) {}

  /** One more of these was looked at. */
  saw(what: string, count = 1): void {
    this.examined[what] = (this.examined[what] ?? 0) + count;
  }

  expect(isSo: boolean, otherwise: () => string): void {
    if (!isSo) this.violations.push(otherwise());
  }

  get hasFailed(): boolean {
    return this.violations.length > 0;
  }

  get finding(): Finding {
    const { key, title, examined, violations } = this;
    return { key, title, examined, violations };
  }
}
