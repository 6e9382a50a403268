// How long it is kept, and whether people hear of it.
import { answerTo } from '../catalogue/answers.js';
import { isBlank, type Check } from './check.js';

/** An end that never comes, or only a beginning of one. */
const endless =
  /\b(?:indefinite(?:ly)?|for ?ever|perpetu\w+|unlimited|no end|open[- ]ended|at least|no(?:t)? less than|(?:a )?minimum of|on an ongoing basis|ongoing retention|(?:as|so) long as|(?:when|once|until|as soon as|after)(?: it is| they are| the \w+ is)? no longer (?:needed|required|necessary|useful))\b|\bpermanent(?:ly)?\b(?! (?:deleted|destroyed|erased|removed|disposed))/i;

const counted = '\\d+(?:\\s*\\(\\d+\\))?[\\s-]*';
const worded =
  '(?:an?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty)(?:\\s*\\(\\d+\\))?[\\s-]+';
const unit = '(?:h(?:ou)?rs?|d(?:ays?)?|w(?:ee)?ks?|mths?|mo(?:nths?)?|quarters?|y(?:ea)?rs?)';
const span = new RegExp(
  `(?<!every )\\b(?:${counted}|${worded})(?:(?:working|calendar|school|financial)[\\s-]+)?${unit}\\b`,
  'i',
);
const date = /(?<!\bAct )\b(?:19|20)\d{2}\b/;
const event =
  /\b(?:until|till)\b|\b(?:at|on|after|by|when|once)\b[^.]{0,40}\b(?:ends?|closes?|closed|completion|completed|expir\w+|final|last|finish\w*|turns? \d+)\b/i;

const hasEnd = (text: string): boolean =>
  !endless.test(text) && (span.test(text) || date.test(text) || event.test(text));

/** Kept without an end: nothing is said, or what is said has no date, no span and no event. */
export const retentionWithoutEnd: Check = ({ retention, dataItems }) => {
  const text = retention?.text;
  const isFine = isBlank(text) ? dataItems.length === 0 : hasEnd(text ?? '');
  return isFine ? [] : [{ rule: 'retention-without-end', place: 'retention' }];
};

/** IPP 3A: who hears of people from somebody else tells them, or says which exception applies. Counts are about nobody. */
export const noNoticePlan: Check = dossier => {
  const { facts } = dossier;
  if (facts['indirectCollection'] !== true || facts['identifiability'] === 'aggregate') return [];
  return answerTo(dossier, 'TC-3')?.value === undefined ? [{ rule: 'no-notice-plan', place: 'answers.TC-3' }] : [];
};
