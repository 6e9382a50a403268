// What earlier steps made: proposals, concerns and alternatives by their local names, and the version last seen.

export class Made {
  /** The proposal of the last draft step that was not refused. */
  lastDrafted: string | undefined;

  readonly drafts = new Map<string, string>();
  readonly concerns = new Map<string, string>();
  readonly alternatives = new Map<string, string>();
  readonly versions = new Map<string, number>();
  private readonly drafters = new Map<string, string>();

  draft(proposalId: string, persona: string, localId: string | undefined): void {
    this.lastDrafted = proposalId;
    this.drafters.set(proposalId, persona);
    if (localId) this.drafts.set(localId, proposalId);
  }

  /** The persona who drafted this proposal, and so can read it. */
  drafterOf(proposalId: string): string | undefined {
    return this.drafters.get(proposalId);
  }

  /** A subject for people: `concern:@C-1` instead of the id that the product gave. */
  readable(subject: string): string {
    const id = subject.replace(/^concern:/, '');
    for (const names of [this.concerns, this.alternatives]) {
      for (const [name, known] of names) if (known === id) return subject.replace(id, `@${name}`);
    }
    return subject;
  }
}
