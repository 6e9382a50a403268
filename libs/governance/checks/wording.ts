// Words that tell of a draft: placeholders left in, several purposes in one, a system where a use should stand, no end named.
import { answerTo } from '../catalogue/answers.js';
import type { Dossier } from '../proposal/dossier.js';
import { isBlank, type Check } from './check.js';

const usesOf =
  'plan|evaluate|monitor|improve|understand|check|report|share|fund|target|detect|support|measure|inform|assess|identify|manage|decide|allocate|review|analyse|research|help|provide|predict|track|prevent|contact|match|link|develop|design|test|train|publish|compare|verify|audit|invest|purchase|contract';
/** `to plan and evaluate`, `… and also …`, `… as well as …`, a semicolon: more than one use in one statement. */
const joined = new RegExp(
  `\\band (?:also |then |to )*(?:${usesOf})(?:e|es|s|d|ed|ing)?\\b|\\band also\\b|\\bas well as\\b|;\\s*\\S`,
  'i',
);

export const joinedPurposes: Check = ({ purposes }) =>
  purposes
    .filter(({ statement }) => joined.test(statement))
    .map(({ id }) => ({ rule: 'purposes-joined', place: `purposes.${id}.statement` }));

const system =
  /\b(?:(?:build|create|establish|maintain|populate|feed|develop|implement|hold|provide)\w*\s+(?:\w+\s+){0,4})?(?:data ?base|data ?set|data ?mart|data lake|data warehouse|warehouse|platform|dashboard|repository|registry|portal|system|hub|data collection|evidence base|single view|master file)\b/i;
/** Somebody does something with it: then a system may be named along the way. */
const use =
  /\b(?:decide|decides|choose|check|pay|offer|visit|call|contact|change|close|open|fund|allocate|refer|protect|treat|invite|answer|count how many)\w*\b/i;

export const purposesThatDescribeASystem: Check = ({ purposes }) =>
  purposes
    .filter(({ statement }) => system.test(statement) && !use.test(statement))
    .map(({ id }) => ({ rule: 'purpose-describes-a-system', place: `purposes.${id}.statement` }));

const placeholder =
  /\b(?:tbc|tbd|tba|todo|fixme|xxx+|lorem ipsum|to be (?:confirmed|determined|decided|advised|completed|drafted)|(?:insert|enter|add|type) (?:\w+ ){0,3}(?:here|text)|placeholder|as per template|same as above|see above)\b|<[^<>]{2,60}>|\[(?:insert|name|date|tbc|agency|xx)[^\]]{0,60}\]|\?\?\?|_{4,}|\.{5,}/i;

/** Every text of the dossier with its place. */
function* textsOf(dossier: Dossier): Generator<[place: string, text: string]> {
  for (const section of ['summary', 'retention', 'transferRoute'] as const) {
    const text = dossier[section]?.text;
    if (text) yield [section, text];
  }
  for (const section of ['purposes', 'dataItems', 'recipients', 'alternatives', 'risks'] as const) {
    for (const element of dossier[section]) {
      for (const [field, value] of Object.entries(element)) {
        if (typeof value === 'string' && field !== 'id' && field !== 'commitment') {
          yield [`${section}.${element.id}.${field}`, value];
        }
      }
    }
  }
  for (const { questionId, value, gap } of dossier.answers) {
    yield [`answers.${questionId}`, gap ?? JSON.stringify(value ?? '')];
  }
}

export const placeholdersLeft: Check = dossier =>
  [...textsOf(dossier)]
    .filter(([, text]) => placeholder.test(text))
    .map(([place]) => ({ rule: 'placeholder-left', place }));

const endless =
  /\b(?:indefinite(?:ly)?|forever|permanent(?:ly)?|perpetu\w+|unlimited|no end|ongoing|open[- ]ended|as long as (?:is )?(?:needed|required|necessary|useful|possible)|until no longer (?:needed|required))\b/i;
const measured =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty)\b[\s-]*(?:\w+[\s-]+){0,2}(?:hours?|days?|weeks?|months?|quarters?|years?)|\b(?:19|20)\d{2}\b|\b(?:at|on|after|by|until|when) (?:the )?(?:end|close|completion|expiry|evaluation|project|contract|study|report|payment|final|last)\b|\b(?:deleted|destroyed|disposed|returned)\b/i;

/** Kept without an end: nothing is said, or what is said has no date, no span and no event. */
export const retentionWithoutEnd: Check = ({ retention, dataItems }) => {
  const text = retention?.text;
  if (isBlank(text) ? dataItems.length === 0 : !endless.test(text ?? '') && measured.test(text ?? '')) return [];
  return [{ rule: 'retention-without-end', place: 'retention' }];
};

/** IPP 3A: who hears of people from somebody else tells them, or says which exception applies. Counts are about nobody. */
export const noNoticePlan: Check = dossier => {
  const { facts } = dossier;
  const isAboutPeople = facts['identifiability'] !== undefined && facts['identifiability'] !== 'aggregate';
  if (facts['indirectCollection'] !== true || !isAboutPeople) return [];
  return answerTo(dossier, 'TC-3')?.value === undefined ? [{ rule: 'no-notice-plan', place: 'answers.TC-3' }] : [];
};
