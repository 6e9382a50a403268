// What an auditor is about to be shown, noted by the queries as they answer.

export class ReadingNotes {
  readonly operations: string[] = [];
  readonly proposalIds = new Set<string>();
  readonly asked: Record<string, unknown>[] = [];

  /** Called by every query that shows something of proposals, their history or the directory, whoever asks. */
  note(operation: string, asked: object, proposalIds: readonly (string | null)[] = []): void {
    this.operations.push(operation);
    this.asked.push({ [operation]: asked });
    for (const id of proposalIds) if (id !== null) this.proposalIds.add(id);
  }
}
