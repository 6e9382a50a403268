// What differs between two dossiers, path by path. Commitments are no part of the content and are not compared.
import type { DossierChange, ListChange } from './events.js';
import { listSections, textSections, type Dossier, type ListSection, type TextSection } from './dossier.js';

export interface Change {
  /** Begins with the section: `purposes.P-1`, `facts.usesLinkage`, `answers.PM-2`, `retention`. */
  path: string;
  section: ListSection | TextSection | 'facts' | 'answers';
  /** An element's id, a fact's key or a question's id; empty for a section that is one text. */
  id: string;
  kind: 'added' | 'changed' | 'removed';
}

const bare = (key: string, value: unknown): unknown => (key === 'commitment' ? undefined : value);
const canonical = (value: unknown): string =>
  JSON.stringify(value, (key, entry: unknown) =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))
      : bare(key, entry),
  ) ?? 'absent';

export const sameContent = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

function changesOf<T>(section: Change['section'], before: Map<string, T>, after: Map<string, T>): Change[] {
  const change = (id: string, kind: Change['kind']): Change => ({
    path: id ? `${section}.${id}` : section,
    section,
    id,
    kind,
  });
  const kept = [...after].flatMap(([id, value]) => {
    if (!before.has(id)) return [change(id, 'added')];
    return sameContent(before.get(id), value) ? [] : [change(id, 'changed')];
  });
  const removed = [...before.keys()].filter(id => !after.has(id)).map(id => change(id, 'removed'));
  return [...kept, ...removed];
}

const byId = <T extends { id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map(element => [element.id, element]));
const byQuestion = ({ answers }: Dossier) => new Map(answers.map(answer => [answer.questionId, answer]));
const single = (text: unknown) => new Map(text === undefined ? [] : [['', text]]);

export function changesBetween(before: Dossier, after: Dossier): Change[] {
  return [
    ...changesOf('facts', new Map(Object.entries(before.facts)), new Map(Object.entries(after.facts))),
    ...listSections.flatMap(section =>
      changesOf<unknown>(section, byId<{ id: string }>(before[section]), byId<{ id: string }>(after[section])),
    ),
    ...textSections.flatMap(section => changesOf(section, single(before[section]), single(after[section]))),
    ...changesOf('answers', byQuestion(before), byQuestion(after)),
  ];
}

/** The delta that an entry of the history keeps: whole elements that were added or changed, nothing twice. */
export function deltaOf(changes: Change[], before: Dossier, after: Dossier): DossierChange {
  const delta: Record<string, unknown> = {};
  if (changes.some(({ section }) => section === 'facts')) delta['facts'] = after.facts;
  for (const section of textSections) {
    if (changes.some(change => change.section === section)) delta[section] = after[section] ?? null;
  }
  for (const section of listSections) {
    const list = listDelta(changes, section, before, after);
    if (list) delta[section] = list;
  }
  const answered = new Set(changes.filter(({ section }) => section === 'answers').map(({ id }) => id));
  if (answered.size > 0) delta['answers'] = after.answers.filter(({ questionId }) => answered.has(questionId));
  return delta;
}

function listDelta(
  changes: Change[],
  section: ListSection,
  before: Dossier,
  after: Dossier,
): ListChange<unknown> | undefined {
  const mine = changes.filter(change => change.section === section);
  const order = after[section].map(({ id }) => id);
  if (
    mine.length === 0 &&
    sameContent(
      order,
      before[section].map(({ id }) => id),
    )
  )
    return undefined;
  const saved = new Set(mine.filter(({ kind }) => kind !== 'removed').map(({ id }) => id));
  return { saved: after[section].filter(({ id }) => saved.has(id)), order };
}

/** Lays a delta over a dossier: the fold's side of `deltaOf`. */
export function applyDelta(dossier: Dossier, delta: DossierChange): Dossier {
  const next: Dossier = { ...dossier, facts: delta.facts ?? dossier.facts };
  for (const section of textSections) {
    const given = delta[section];
    if (given === null) delete next[section];
    else if (given !== undefined) next[section] = given;
  }
  for (const section of listSections) applyList(next, section, delta[section]);
  if (delta.answers) {
    const answers = byQuestion(dossier);
    for (const answer of delta.answers) answers.set(answer.questionId, answer);
    next.answers = [...answers.values()];
  }
  return next;
}

function applyList(next: Dossier, section: ListSection, change: ListChange<{ id: string }> | undefined): void {
  if (!change) return;
  const elements = byId<{ id: string }>(next[section]);
  for (const element of change.saved) elements.set(element.id, element);
  (next as unknown as Record<ListSection, unknown>)[section] = change.order.map(id => elements.get(id));
}
