// What keeps a value from being saved. A text by itself is judged here, and rid of what nobody can see to take out.
import { lengths } from './fields.js';
import type { Json } from './leaves.js';

export type Why = 'blank' | 'too-long' | 'hidden-signs' | 'not-a-number' | 'unfinished' | 'not-removable' | 'conflict';

// What the api refuses in a text: controls, and signs that turn the direction of writing (Unicode TR 9, section 2).
const hidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;
const breaks = /[\t\n\r\u2028\u2029]/;

export const isBlank = (text: string): boolean => text.replaceAll(/[\p{Cf}\u115F\u1160\u3164]/gu, '').trim() === '';

export function textFault(text: string, kind: 'line' | 'text', isRequired = false): Why | undefined {
  if (isRequired && isBlank(text)) return 'blank';
  if (text.length > lengths[kind]) return 'too-long';
  return hidden.test(text) || (kind === 'line' && breaks.test(text)) ? 'hidden-signs' : undefined;
}

/** The same without what cannot be seen; of an answer, each text in it. What is one line stays one. */
export function withoutHidden(leaf: Json, kind: 'line' | 'text'): Json {
  if (typeof leaf === 'string') return kind === 'line' ? visible(leaf).replaceAll(allOf(breaks), ' ') : visible(leaf);
  if (Array.isArray(leaf)) return leaf.map(each => withoutHidden(each, kind));
  if (typeof leaf !== 'object' || leaf === null) return leaf;
  return Object.fromEntries(Object.entries(leaf).map(([key, each]) => [key, withoutHidden(each, kind)]));
}

const allOf = ({ source }: RegExp): RegExp => new RegExp(source, 'g');
const visible = (text: string): string => text.replaceAll(allOf(hidden), '');
