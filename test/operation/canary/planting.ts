// Canaries: words that stand nowhere else, planted wherever people write, and looked for wherever the product speaks.
import { randomBytes } from 'node:crypto';

/** The fields of an input that hold words of people's own. */
const ownWords = new Set(
  (
    'title summary retention transferRoute statement benefit authority excludedUses name about necessity sensitivity kind ' +
    'country description whyNot proposedBy mitigation owner gap evidence text note response rationale reason reasons ' +
    'wouldChangeIt body message record displayName label subject'
  ).split(' '),
);

/** Answers of one's own are sentences; those that were chosen are not. */
const isSentence = (value: unknown): boolean => typeof value !== 'string' || value.endsWith('.');
const isOwnField = (key: string, value: unknown): boolean =>
  ownWords.has(key) || (key === 'value' && isSentence(value));

export interface Planting {
  /** A word that nobody else has; `where` tells where it was put. */
  word(where: string): string;
  /** The same input with a canary in each of its words. Choices and ids stay. */
  in<T>(where: string, input: T): T;
  /** Where the canaries were planted that this text holds, of those whose place begins with `among`. */
  foundIn(text: string, among?: string): string[];
  readonly count: number;
}

export function openPlanting(): Planting {
  const planted = new Map<string, string>();
  const word = (where: string): string => {
    const canary = `zq${randomBytes(7).toString('hex')}`;
    planted.set(canary, where);
    return canary;
  };
  const within = (where: string, value: unknown, isOwn: boolean): unknown => {
    if (typeof value === 'string') return isOwn && value.includes(' ') ? `${value} ${word(where)}` : value;
    if (Array.isArray(value)) return value.map((each, index) => within(`${where}.${index}`, each, isOwn));
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value);
    return Object.fromEntries(
      fields.map(([key, each]) => [
        key,
        within(`${where}.${key}`, each, key !== 'choice' && (isOwn || isOwnField(key, each))),
      ]),
    );
  };
  return {
    word,
    in: <T>(where: string, input: T) => within(where, input, false) as T,
    foundIn: (text, among = '') =>
      [...planted]
        .filter(([canary, where]) => where.startsWith(among) && text.includes(canary))
        .map(([, where]) => where),
    get count() {
      return planted.size;
    },
  };
}
