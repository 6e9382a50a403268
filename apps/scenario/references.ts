// Puts real ids where a step says "@C-1", "@A-1" or "concern:@C-1": pure look-ups in what earlier steps made.
import type { Made } from './made.js';

/** A name of the case file stands for nothing now; the message says so in a sentence. */
export class Unresolved extends Error {}

export const isReference = (value: unknown): value is string => typeof value === 'string' && value.startsWith('@');

export function concernId(name: unknown, made: Made): unknown {
  return isReference(name) ? found(made.concerns, name) : name;
}

export function proposalIdOf(name: unknown, made: Made): unknown {
  return isReference(name) ? found(made.drafts, name) : name;
}

/** "concern:@C-1" with the id of the product; a subject without a name as it was. */
export function subjectOf(subject: string, made: Made): string {
  const [, prefix, name] = /^(concern:)?(@.+)$/.exec(subject) ?? [];
  return name ? `${prefix ?? ''}${found(made.concerns, name)}` : subject;
}

/** The dossier with the ids of alternatives that partners proposed; the rest as it was. */
export function withAlternatives(dossier: unknown, made: Made): unknown {
  const alternatives = (dossier as { alternatives?: unknown } | null | undefined)?.alternatives;
  if (!Array.isArray(alternatives)) return dossier;
  return { ...(dossier as object), alternatives: alternatives.map((alternative: unknown) => named(alternative, made)) };
}

function named(alternative: unknown, made: Made): unknown {
  const id = (alternative as { id?: unknown } | null)?.id;
  return isReference(id) ? { ...(alternative as object), id: found(made.alternatives, id) } : alternative;
}

function found(names: ReadonlyMap<string, string>, name: string): string {
  const id = names.get(name.slice(1));
  if (id === undefined) throw new Unresolved(`${name} stands for nothing: the step that makes it made nothing.`);
  return id;
}
