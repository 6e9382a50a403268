// The words for places of the dossier: `dataItems.D-2` is “a data item”, `answers.PM-1` is “the answer to PM-1 (Purpose in one sentence)”.
import { catalogue } from '#governance';

const sections: Record<string, string> = {
  ...{
    title: 'the title',
    summary: 'the summary',
    retention: 'how long the data are kept',
    transferRoute: 'the transfer route',
  },
  ...{ purposes: 'a purpose', dataItems: 'a data item', recipients: 'a recipient', alternatives: 'an alternative' },
  ...{ risks: 'a risk', tier: 'the tier', conflict: 'the signer’s declared conflict of interest' },
};

export function placeInWords(path: string): string {
  const [section = '', ...rest] = path.split('.');
  const key = rest.join('.');
  if (section === 'facts') return `the fact “${catalogue.facts.get(key)?.title ?? key}”`;
  const questionId = section === 'answers' ? key : path;
  const question = catalogue.questions.get(questionId);
  return question ? `the answer to ${questionId} (${question.title})` : (sections[section] ?? path);
}

/** “A purpose, a risk and the transfer route”: each once, with a capital at the beginning. */
export function placesInWords(paths: readonly string[]): string {
  const words = [...new Set(paths.map(placeInWords))];
  const text = words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? 'something');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
