// Which of what somebody wrote can be saved now. The rest is no fault: it stays in the browser’s draft, and the screen says why.
import { answerFault, type QuestionShape } from './answers.js';
import { fieldsOf, listSections, textSections, type FieldKind, type ListSection } from './fields.js';
import { answerAt, answerPlace, changedPlaces, idsIn, place, withoutStrays, type Json, type Leaves } from './leaves.js';
import { textFault, type Why } from './text-fault.js';

export interface Held {
  place: string;
  why: Why;
}

export interface Sendable {
  /** The dossier as it would be saved: what cannot be sent is there as it was. */
  sent: Leaves;
  held: Held[];
}

function leafFault(leaf: Json | undefined, kind: FieldKind, isRequired = false): Why | undefined {
  if (kind === 'line' || kind === 'text') return textFault(typeof leaf === 'string' ? leaf : '', kind, isRequired);
  return isRequired && (leaf === null || leaf === undefined || leaf === '') ? 'blank' : undefined;
}

/** `conflicts`: places that wait for a choice. `questions`: those that are known, by id. */
export function sendableOf(
  { base, mine, conflicts }: { base: Leaves; mine: Leaves; conflicts: readonly string[] },
  questions: ReadonlyMap<string, QuestionShape>,
): Sendable {
  const sent: Record<string, Json> = { ...mine };
  const held: Held[] = conflicts.map(at => ({ place: at, why: 'conflict' }));
  const hold = (at: string, why: Why) => {
    if (!conflicts.includes(at)) held.push({ place: at, why });
    restore(sent, base, at);
  };
  for (const at of conflicts) restore(sent, base, at);
  for (const section of textSections) {
    const kind = section === 'title' ? 'line' : 'text';
    const why = leafFault(sent[section], kind, section === 'title');
    if (why) hold(section, why);
  }
  if (!isCount(sent['facts.populationSize'])) hold('facts.populationSize', 'not-a-number');
  for (const list of listSections) sent[list] = holdRows(list, { base, sent, hold });
  withoutStrangers(sent);
  for (const at of changedPlaces(base, sent).filter(each => each.startsWith('answers.'))) {
    const why = answerWhy(at.slice('answers.'.length), { base, sent, questions });
    if (why) hold(at, why);
  }
  return { sent: withoutStrays(sent), held };
}

function restore(sent: Record<string, Json>, base: Leaves, at: string): void {
  if (base[at] === undefined) delete sent[at];
  else sent[at] = base[at];
}

const isCount = (leaf: Json | undefined): boolean =>
  leaf === undefined || leaf === null || leaf === '' || (typeof leaf === 'number' && Number.isSafeInteger(leaf));

interface Holding {
  base: Leaves;
  sent: Record<string, Json>;
  hold: (at: string, why: Why) => void;
}

/** The ids of the rows that can be sent: a row with a fault stands as it was, or waits until it has none. */
function holdRows(list: ListSection, { base, sent, hold }: Holding): string[] {
  return idsIn(sent, list).filter(id => {
    const faults = fieldsOf(list).flatMap(([field, { kind, isRequired }]) => {
      const at = place(list, id, field);
      const why = leafFault(sent[at], kind, isRequired);
      return why ? [{ at, why }] : [];
    });
    for (const { at, why } of faults) hold(at, why);
    return faults.length === 0 || idsIn(base, list).includes(id);
  });
}

/** Purposes that are not sent, or not any more, are no purposes of a data item. */
function withoutStrangers(sent: Record<string, Json>): void {
  const purposes = idsIn(sent, 'purposes');
  for (const id of idsIn(sent, 'dataItems')) {
    const at = place('dataItems', id, 'purposeIds');
    sent[at] = ((sent[at] as string[] | undefined) ?? []).filter(each => purposes.includes(each));
  }
}

interface Asked {
  base: Leaves;
  sent: Leaves;
  questions: ReadonlyMap<string, QuestionShape>;
}

function answerWhy(id: string, { base, sent, questions }: Asked): Why | undefined {
  const answer = answerAt(sent, id);
  const question = questions.get(id);
  if (answer.value === null && answer.gap === null) return base[answerPlace(id)] ? 'not-removable' : 'unfinished';
  return question ? answerFault(question, answer, idsIn(sent, 'purposes')) : undefined;
}
