// An event or a dossier without its words, and with them again. What judgements are bound to is the open form: words may be erased.
import type { Dossier, Json } from './dossier.js';
import type { Proposal } from './proposal.js';
import { kindOfField } from './words.js';

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Only what the ledger keeps of a value: open fields and commitments already made. */
export function openForm(value: unknown): Json {
  if (Array.isArray(value)) return value.map(openForm);
  if (!isNode(value)) return value as Json;
  const kept = Object.entries(value).flatMap(([key, field]): [string, Json][] => {
    if (field === undefined) return [];
    const kind = kindOfField(key, field);
    if (kind === 'words') return [];
    return [[key, kind === 'node' ? openForm(field) : (field as Json)]];
  });
  return Object.fromEntries(kept);
}

/** What a sign-off or a decision is bound to: title and dossier as they stand, in their open form. */
export const boundContent = ({ title, dossier }: { title: Proposal['title']; dossier: Dossier }): Json => ({
  title: openForm(title),
  dossier: openForm(dossier),
});

/** The node that a JSON pointer leads to; undefined where there is none. Only what is the value's own counts. */
export const nodeAt = (value: unknown, path: string): Node | undefined => {
  const steps = path.split('/').slice(1);
  const node = steps.reduce<unknown>(
    (at, step) => (isNode(at) && Object.hasOwn(at, step) ? at[step] : undefined),
    value,
  );
  return isNode(node) ? node : undefined;
};

/** JSON pointers to the nodes that had words when they were recorded, whether these survive or not. */
export function committedPaths(open: unknown, path = ''): string[] {
  if (!isNode(open)) return [];
  const own = Object.hasOwn(open, 'commitment') ? [path] : [];
  const below = Object.entries(open).flatMap(([key, value]) =>
    Array.isArray(open) || kindOfField(key, value) === 'node' ? committedPaths(value, `${path}/${key}`) : [],
  );
  return [...own, ...below];
}

/** Puts surviving words back where they were; what was erased stays out, its commitment remains. */
export function joinWords<T extends object>(open: T, words: readonly { path: string; text: string }[]): T {
  if (words.length === 0) return open;
  const whole = structuredClone(open);
  for (const { path, text } of words) {
    const node = nodeAt(whole, path);
    if (node) Object.assign(node, JSON.parse(text) as Node);
  }
  return whole;
}
