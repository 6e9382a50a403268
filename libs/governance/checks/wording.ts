// Words that tell of a draft: placeholders left in, several purposes in one, a system where a use should stand.
// These read English with simple patterns: they miss some and are sometimes wrong, which is why they only inform.
import type { Dossier } from '../proposal/dossier.js';
import type { Check } from './check.js';

const anyOf = (words: string): string => `(?:${words.trim().split(/\s+/).join('|')})`;

/** Words that are hardly anything but verbs. */
const verbs = anyOf(
  'evaluate improve understand detect inform assess identify manage decide allocate analyse provide predict prevent ' +
    'develop publish compare verify invest purchase investigate prosecute administer pay determine ensure enable ' +
    'recover enforce monitor',
);
/** Words that may as well be nouns: they count as verbs only before something that they are done to. */
const doubtful = anyOf(
  'plan support report contact help design test audit contract research match track check fund share target review',
);
const object = anyOf(
  'the a an our their its which whether how what who new next future people families outcomes funding',
);
const deeds = anyOf('evaluation planning monitoring reporting research investigation enforcement');

const joined = new RegExp(
  [
    `(?:\\band|&|;|,)\\s+(?:also\\s+|then\\s+)?(?:to\\s+)?${verbs}\\b`,
    `(?:\\band|&|;|,)\\s+(?:also\\s+|then\\s+)?(?:to\\s+${doubtful}\\b|${doubtful}\\s+${object}\\b)`,
    `\\w(?:ing|ion|ment)\\s+(?:and|&)\\s+${deeds}\\b`,
    `\\band also\\b|\\bas well as\\b|\\balso (?:be )?used\\b`,
  ].join('|'),
  'i',
);

export const joinedPurposes: Check = ({ purposes }) =>
  purposes
    .filter(({ statement }) => joined.test(statement))
    .map(({ id }) => ({ rule: 'purposes-joined', place: `purposes.${id}.statement` }));

const building = anyOf(
  'build create establish maintain populate feed develop implement hold host operate set enable collect store gather',
);
const things =
  'data ?bases?|data ?sets?|data ?marts?|data lakes?|(?:data )?warehouses?|platforms?|dashboards?|repositor(?:y|ies)|registers?|' +
  'registr(?:y|ies)|portals?|systems?|hubs?|infrastructure|crm|sharepoint|model|evidence base|single view|master file|' +
  '(?:client|person|individual|record)[- ]level data|sharing of (?:data|information)|data collection';
const system = new RegExp(`^\\W*(?:to\\s+)?${building}\\w*\\b.*\\b(?:${things})\\b`, 'i');
/** Somebody does something with it: then a system may be named along the way. */
const use =
  /\b(?:so that|in order to|decides?|chooses?|pays?|visits?|refers?|to (?:check|see|find out|tell|show|offer|help|make sure|call|pay))\b/i;

export const purposesThatDescribeASystem: Check = ({ purposes }) =>
  purposes
    .filter(({ statement }) => system.test(statement) && !use.test(statement))
    .map(({ id }) => ({ rule: 'purpose-describes-a-system', place: `purposes.${id}.statement` }));

const placeholders: readonly RegExp[] = [
  /\b(?:TBC|TBD|TBA|tbc|tbd|tba|TODO|FIXME)\b(?!\s+[A-Z][a-z])/,
  /\b[xX]{2,}\b|lorem ipsum|\bplaceholder\b/i,
  /\bto be (?:confirmed|determined|advised|completed|drafted|assigned|supplied)\b/i,
  /\b(?:insert|enter|add|type)\b[^.]{0,30}\bhere\b/i,
  /<[A-Za-z][^<>0-9]{1,60}>|\{\{[^}]*\}\}|\[(?:insert|name|date|agency|tbc|xx)[^\]]{0,60}\]|\?\?\?|_{4,}/i,
  /^\W*(?:…|\.{3,}|as above|see above|same as above|as per template)\W*$/i,
];

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
    const text = gap ?? (typeof value === 'string' ? value : JSON.stringify(value ?? ''));
    yield [`answers.${questionId}`, text];
  }
}

export const placeholdersLeft: Check = dossier =>
  [...textsOf(dossier)]
    .filter(([, text]) => placeholders.some(placeholder => placeholder.test(text)))
    .map(([place]) => ({ rule: 'placeholder-left', place }));
