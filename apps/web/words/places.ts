// What the sections of a dossier are called, and whatever else a sign-off rests on.
import { defineWords } from './define-words.js';
import { signOffNames } from './states.js';

export const placeWords = defineWords({
  title: 'Title',
  summary: 'Summary',
  facts: 'Facts',
  purposes: 'Purposes',
  dataItems: 'Data items',
  recipients: 'Recipients',
  alternatives: 'Alternatives',
  risks: 'Risks',
  retention: 'Retention',
  transferRoute: 'Transfer route',
  answers: 'Answers',
  tier: 'The tier of review',
  conflict: 'A conflict of interest was declared',
  concern: 'Concern',
});

/** `retention` is “Retention”. One that is not known is said as it is. */
export const sectionName = (section: string): string =>
  Object.hasOwn(placeWords, section) ? placeWords[section as keyof typeof placeWords] : section;

/** What a blocker is about, for the link that leads there. */
export function subjectName(subject: string): string {
  const [kind = '', key = ''] = subject.split(':');
  if (kind === 'concern') return placeWords.concern;
  return kind === 'signOff' ? (signOffNames[key] ?? key) : (sectionNames([subject])[0] ?? subject);
}

/** The sections of `retention`, `answers.PM-1`, `dataItems.D-2.necessity`, each once. An answer is called by its question. */
export const sectionNames = (places: readonly string[]): string[] => [
  ...new Set(
    places.map(place => {
      const [section = '', key] = place.split('.');
      return section === 'answers' && key ? key : sectionName(section);
    }),
  ),
];
