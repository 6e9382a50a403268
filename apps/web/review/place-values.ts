// A dossier as places, each with its fields as text: what two revisions are compared by, and what is shown of each.
import { identifiabilityWords } from '../words/identifiability.js';

/** A text, or the entries of a list. */
export type Value = string | readonly string[];
export type Fields = ReadonlyMap<string, Value>;

export interface ShownAnswer {
  questionId: string;
  value: unknown;
  gap: string | null;
  evidence: readonly string[];
}

interface Element {
  id: string;
}

/** A title and a dossier, as the API answers them. */
export interface ShownDossier {
  title: string;
  dossier: {
    summary: string | null;
    facts: unknown;
    purposes: readonly Element[];
    dataItems: readonly Element[];
    recipients: readonly Element[];
    alternatives: readonly Element[];
    risks: readonly Element[];
    retention: string | null;
    transferRoute: string | null;
    answers: readonly ShownAnswer[];
  };
}

export const listSections = ['purposes', 'dataItems', 'recipients', 'alternatives', 'risks'] as const;

/** Every place with its fields, in the order in which a dossier is read. Fields without a value are left out. */
export function placesOf({ title, dossier }: ShownDossier): Map<string, Fields> {
  const { summary, facts, retention, transferRoute, answers } = dossier;
  const places = new Map<string, Fields>([['title', fieldsOf({ title })]]);
  places.set('summary', fieldsOf({ summary }));
  for (const [fact, value] of Object.entries(facts as Record<string, unknown>))
    places.set(`facts.${fact}`, fieldsOf({ value: fact === 'identifiability' ? inWords(value) : value }));
  for (const section of listSections)
    for (const { id, ...fields } of dossier[section]) places.set(`${section}.${id}`, fieldsOf(worded(fields)));
  places.set('retention', fieldsOf({ retention }));
  places.set('transferRoute', fieldsOf({ transferRoute }));
  for (const answer of answers) places.set(`answers.${answer.questionId}`, answerFields(answer));
  return new Map([...places].filter(([, fields]) => fields.size > 0));
}

/** An answer: its value in fields of its own where it has several, then the gap and the evidence. */
export function answerFields({ value, gap, evidence }: ShownAnswer): Fields {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return fieldsOf({ ...(isObject ? value : { answer: value }), gap, evidence });
}

const inWords = (key: unknown): unknown => (typeof key === 'string' ? (identifiabilityWords[key] ?? key) : key);

const worded = (fields: object): object =>
  'identifiability' in fields ? { ...fields, identifiability: inWords(fields.identifiability) } : fields;

function fieldsOf(given: object): Fields {
  const fields = new Map<string, Value>();
  for (const [name, value] of Object.entries(given)) {
    // The cache of the app marks what it keeps.
    if (name === '__typename') continue;
    const shown = valueOf(value);
    if (shown !== undefined && shown.length > 0) fields.set(name, shown);
  }
  return fields;
}

function valueOf(value: unknown): Value | undefined {
  if (value === null || value === undefined || value === false) return undefined;
  return Array.isArray(value) ? value.map(textOf) : textOf(value);
}

/** Of an entry of a table: “who: Somebody; what: Something”. */
function textOf(value: unknown): string {
  if (value === true) return 'yes';
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, entry]) => `${name}: ${textOf(entry)}`)
    .join('; ');
}
