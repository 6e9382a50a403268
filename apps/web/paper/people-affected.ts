// Whom the data are about, and the facts that hold of the proposal: as sentences of a paper.
import { dayText } from '../ui/dates.js';
import { paperWords } from './paper.words.js';

interface Described {
  dataItems: readonly { about: string }[];
  facts: unknown;
}

interface Fact {
  key: string;
  title: string;
  type: string;
}

export const groupsOf = ({ dataItems }: Pick<Described, 'dataItems'>): string[] => [
  ...new Set(dataItems.map(({ about }) => about.trim()).filter(about => about !== '')),
];

/** The facts that hold, by their titles, and how many people there are. */
export function factsOf({ facts }: Pick<Described, 'facts'>, known: readonly Fact[]): string[] {
  const given = (typeof facts === 'object' && facts !== null ? facts : {}) as Readonly<Record<string, unknown>>;
  const many = given['populationSize'];
  const holding = known.filter(({ key, type }) => type === 'boolean' && given[key] === true);
  return [
    ...(typeof many === 'number' ? [paperWords.population(many.toLocaleString('en-NZ'))] : []),
    ...holding.map(({ title }) => title),
  ];
}

/** The text of an answer, whatever its shape; its gap, where it has none. */
export function answerText(answers: readonly { questionId: string; value: unknown; gap: string | null }[], id: string) {
  const answer = answers.find(({ questionId }) => questionId === id);
  return answer ? ((flat(answer.value) || answer.gap) ?? undefined) : undefined;
}

function flat(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(flat).filter(Boolean).join('; ');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(flat).filter(Boolean).join(', ');
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

export const dayOf = (at: string): string => dayText(new Date(at));
