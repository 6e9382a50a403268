// What stands at a place of the dossier, for quoting it: `purposes.P-1`, `dataItems.D-2.necessity`, `retention`, `answers.PM-1`, `PM-1`.
import { listSections, textSections, type Answer, type Json, type ListSection } from '../proposal/dossier.js';
import type { Proposal } from '../proposal/proposal.js';

type Quotable = Pick<Proposal, 'title' | 'dossier'>;

/** The text that an element is known by. */
const mainField: Record<ListSection, string> = {
  purposes: 'statement',
  dataItems: 'name',
  recipients: 'name',
  alternatives: 'description',
  risks: 'title',
};

const isOneOf = <T extends string>(list: readonly T[], word: string): word is T =>
  (list as readonly string[]).includes(word);

/** Undefined where nothing stands: the place is empty, gone, not this reader's, or no place at all. */
export function textAt({ title, dossier }: Quotable, place: string): string | undefined {
  const [section = '', ...parts] = place.split('.');
  const rest = parts.join('.');
  if (section === 'title') return title.text;
  if (isOneOf(textSections, section)) return dossier[section]?.text;
  if (section === 'facts') return written(dossier.facts[rest]);
  if (isOneOf(listSections, section)) return elementText(dossier[section], section, rest);
  const questionId = section === 'answers' ? rest : place;
  return answerText(dossier.answers.find(answer => answer.questionId === questionId));
}

function elementText(elements: readonly { id: string }[], section: ListSection, rest: string): string | undefined {
  const texts = (element: { id: string }, field = mainField[section]): string | undefined =>
    written((element as unknown as Record<string, Json | undefined>)[field]);
  if (rest === '') return elements.map(element => texts(element)).join('\n') || undefined;
  const whole = elements.find(({ id }) => id === rest);
  if (whole) return texts(whole);
  const cut = rest.lastIndexOf('.');
  const element = elements.find(({ id }) => id === rest.slice(0, cut));
  return element && texts(element, rest.slice(cut + 1));
}

const answerText = (answer: Answer | undefined): string | undefined => answer && (answer.gap ?? written(answer.value));

/** Words as they are; a table or a choice as its words, one a line. */
function written(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object') return String(value);
  const parts = Object.values(value)
    .map(written)
    .filter(part => part !== undefined);
  return parts.join('\n') || undefined;
}
