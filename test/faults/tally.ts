// What happened in a campaign, counted while it runs: commands, answers, how long they took, and how soon all was well again.

export interface Recovery {
  kind: string;
  /** Milliseconds from the fault until every api had acknowledged a command that was sent after it. */
  milliseconds: number;
}

export class Tally {
  commands = 0;
  attempts = 0;
  acknowledged = 0;
  refused = 0;
  /** Never resolved: whether it was recorded, its sender does not know. */
  unknown = 0;
  /** Attempts without an answer, most of them resolved by asking again. */
  lostAnswers = 0;
  otherBodies = 0;
  asksAgain = 0;
  /** Milliseconds of the attempt that waited longest for its answer, or for the end of its connection. */
  longestWait = 0;
  readonly lost = new Map<string, number>();
  readonly refusals = new Map<string, number>();
  readonly decisions = new Map<string, number>();
  /** Milliseconds of each acknowledged attempt. */
  readonly latencies: number[] = [];
  readonly recoveries: Recovery[] = [];
  private readonly lastAcknowledged: number[] = [];

  /** `sentAt`: of the attempt that this api acknowledged, on the clock of performance.now(). */
  hear(api: number, sentAt: number): void {
    this.latencies.push(performance.now() - sentAt);
    this.lastAcknowledged[api] = Math.max(sentAt, this.lastAcknowledged[api] ?? 0);
  }

  /** Has every api acknowledged something that was sent after this moment? */
  hasHeardFromAll(apis: number, since: number): boolean {
    return Array.from({ length: apis }, (_, api) => this.lastAcknowledged[api] ?? 0).every(sentAt => sentAt > since);
  }
}

export const countUp = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

/** The value below which this share of them lies; NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
