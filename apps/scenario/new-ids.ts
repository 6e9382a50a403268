// Which id the product gave to the concern or alternative that a step just made. The entry says it first; else it is
// the newest one of this very person, with these very words, that no earlier step is known to have made.
import type { Client } from './client.js';
import type { CommandStep } from './case-file.js';
import type { Made } from './made.js';
import type { Receipt } from './outcome.js';
import { readAlternatives, readConcerns } from './read.js';

/** Remembers what the step made under its local id; a step without one, or that makes neither, is left alone. */
export async function rememberNewId(step: CommandStep, receipt: Receipt, client: Client, made: Made): Promise<void> {
  if (!step.id) return;
  if (step.do === 'raiseConcern') {
    const id = inEntries(receipt, 'concernId') ?? (await newestConcern(step, receipt.proposal.id, client, made));
    if (id) made.concerns.set(step.id, id);
  }
  if (step.do === 'proposeAlternative') {
    const id =
      inEntries(receipt, 'alternativeId') ?? (await newestAlternative(step, receipt.proposal.id, client, made));
    if (id) made.alternatives.set(step.id, id);
  }
}

function inEntries(receipt: Receipt, key: string): string | undefined {
  const ids = receipt.entries.map(entry => (entry.payload as Record<string, unknown> | null)?.[key]);
  return ids.find(id => typeof id === 'string');
}

async function newestConcern(step: CommandStep, proposalId: string, client: Client, made: Made) {
  const me = await client.viewer(step.as);
  const concerns = (await readConcerns(client, step.as, proposalId)).value ?? [];
  const known = new Set(made.concerns.values());
  const mine = concerns
    .filter(concern => concern.raisedBy.id === me?.id && !known.has(concern.id))
    .sort((a, b) => Date.parse(a.raisedAt) - Date.parse(b.raisedAt));
  return (mine.findLast(concern => sameWords(concern.statement, step.with?.statement)) ?? mine.at(-1))?.id;
}

async function newestAlternative(step: CommandStep, proposalId: string, client: Client, made: Made) {
  const alternatives = await readAlternatives(client, step.as, proposalId);
  const known = new Set(made.alternatives.values());
  const partners = alternatives.filter(({ id, proposedByPartner }) => proposedByPartner && !known.has(id));
  return partners.findLast(({ description }) => sameWords(description, step.with?.description))?.id;
}

/** Spaces at the ends and the way in which a macron is written may change on the way through the product. */
function sameWords(a: string, b: unknown): boolean {
  return typeof b === 'string' && a.trim().normalize('NFC') === b.trim().normalize('NFC');
}
