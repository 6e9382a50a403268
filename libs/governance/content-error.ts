// Content that cannot be used: a catalogue or a definition with faults in it. It stops the start, with every fault at once.

/** The message holds one line for each fault, with its path; there is nothing to learn from a stack trace. */
export class ContentError extends Error {
  constructor(
    what: string,
    readonly faults: readonly string[],
  ) {
    super(`${what} cannot be used:\n${faults.map(fault => `  ${fault}`).join('\n')}`);
    this.name = 'ContentError';
    this.stack = this.message;
  }
}
