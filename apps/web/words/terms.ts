// Terms of te reo Māori that occur in English text, so that they are marked as what they are. Only reviewed ones stand here.

const terms = [
  'Aotearoa',
  'hapū',
  'iwi',
  'kaitiaki',
  'kaitiakitanga',
  'kōrero',
  'mana',
  'manaakitanga',
  'Māori',
  'mātauranga',
  'te reo Māori',
  'Te Tiriti o Waitangi',
  'Te Tiriti',
  'tikanga',
  'whānau',
  'whakapapa',
  'whanaungatanga',
  'mahitahi',
];

export interface Run {
  text: string;
  isMaori: boolean;
}

// Longest first, so that “te reo Māori” is one run; \p{L} on either side would make it part of another word.
const longestFirst = [...terms].sort((a, b) => b.length - a.length);
const pattern = new RegExp(`(?<!\\p{L})(?:${longestFirst.join('|')})(?!\\p{L})`, 'giu');

/** The text in runs, none of them empty; joined they are the text. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const { 0: term, index } of text.matchAll(pattern)) {
    if (index > from) runs.push({ text: text.slice(from, index), isMaori: false });
    runs.push({ text: term, isMaori: true });
    from = index + term.length;
  }
  if (from < text.length) runs.push({ text: text.slice(from), isMaori: false });
  return runs;
}
