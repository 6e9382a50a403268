// A payload as something to read: fields with names, values in words, what was erased named as such. Commitments are left to the proof.
import { payloadNames, payloadValues, payloadWords } from './payload.words.js';

export type Branch = { key: string; name: string } & Shown;

export type Shown =
  /** A key, a number, a word of the product. */
  | { is: 'fact'; text: string }
  /** An id or a hash. */
  | { is: 'code'; text: string }
  | { is: 'moment'; at: string }
  /** What people wrote. */
  | { is: 'words'; text: string }
  /** `by`: the id of the entry that erased them, where it is known. */
  | { is: 'erased'; by: string | null }
  | { is: 'group'; branches: Branch[] }
  | { is: 'groups'; groups: Branch[][] };

export interface WordsPlace {
  path: string;
  isErased: boolean;
  erasedBy: string | null;
}

export function treeOf(payload: unknown, words: readonly WordsPlace[]): Branch[] {
  const erased = new Map(words.filter(({ isErased }) => isErased).map(({ path, erasedBy }) => [path, erasedBy]));
  // The type stands above, as a title.
  return branchesOf(payload, '', erased).filter(({ key }) => key !== 'type');
}

type Erased = ReadonlyMap<string, string | null>;

function branchesOf(node: unknown, path: string, erased: Erased): Branch[] {
  const branches = entriesOf(node).flatMap(([key, value]): Branch[] => {
    const shown = key === 'commitment' ? undefined : shownOf(key, value, `${path}/${key}`, erased);
    return shown ? [{ ...shown, key, name: nameOf(key) }] : [];
  });
  const by = erased.get(path);
  return by === undefined ? branches : [...branches, { key: 'erased', name: payloadNames['text']!, is: 'erased', by }];
}

const entriesOf = (node: unknown): [string, unknown][] =>
  typeof node === 'object' && node !== null ? Object.entries(node) : [];

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/;
const hash = /^[0-9a-f]{64}$/;
const moment = /^\d{4}-\d\d-\d\dT/;

/** Undefined for what says nothing. */
function shownOf(key: string, value: unknown, path: string, erased: Erased): Shown | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'boolean') return { is: 'fact', text: value ? payloadWords.yes : payloadWords.no };
  if (typeof value === 'string') return textOf(key, value);
  if (typeof value === 'number') return { is: 'fact', text: String(value) };
  if (typeof value !== 'object') return undefined;
  if (!Array.isArray(value)) return groupOf(branchesOf(value, path, erased));
  if (value.length === 0) return { is: 'fact', text: payloadWords.nothing };
  const texts = value.filter(each => typeof each === 'string' || typeof each === 'number').map(String);
  if (texts.length === value.length)
    return { is: texts.some(each => uuid.test(each)) ? 'code' : 'fact', text: texts.join(', ') };
  return { is: 'groups', groups: value.map((each, at) => branchesOf(each, `${path}/${at}`, erased)) };
}

/** A text in a node of its own is shown without the node. */
function groupOf(branches: Branch[]): Shown | undefined {
  const [only] = branches;
  if (!only) return undefined;
  return branches.length === 1 && (only.key === 'text' || only.is === 'erased') ? only : { is: 'group', branches };
}

function textOf(key: string, text: string): Shown {
  const values = payloadValues[key];
  const known = values && Object.hasOwn(values, text) ? values[text] : undefined;
  if (known) return { is: 'fact', text: typeof known === 'string' ? known : known.word };
  if (uuid.test(text) || hash.test(text)) return { is: 'code', text };
  if (moment.test(text)) return { is: 'moment', at: text };
  return /\s/.test(text) ? { is: 'words', text } : { is: 'fact', text };
}

/** `residualLikelihood` is “Residual likelihood”. */
function nameOf(key: string): string {
  if (Object.hasOwn(payloadNames, key)) return payloadNames[key]!;
  if (/^[A-Z]|\d/.test(key)) return key;
  const spaced = key.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
