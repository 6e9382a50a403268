// Which sign-offs a change has to take down, straight from the stale table of docs/rules.md and from no rule of the product.
import type { Facts, Said } from './act.js';

const five = ['purpose', 'proportionality', 'privacy_risk', 'consultation', 'transparency'];
const butConsultation = five.filter(key => key !== 'consultation');
const butPurpose = five.filter(key => key !== 'purpose');

const byList: Record<string, string[]> = {
  purposes: five,
  dataItems: butConsultation,
  recipients: ['privacy_risk', 'consultation', 'transparency'],
  risks: ['privacy_risk'],
  alternatives: ['proportionality'],
};
const byText: Record<string, string[]> = {
  retention: ['proportionality', 'privacy_risk'],
  transferRoute: ['privacy_risk'],
};
const bySet: Record<string, string> = {
  PM: 'purpose',
  PR: 'proportionality',
  RK: 'privacy_risk',
  CN: 'consultation',
  TC: 'transparency',
};
const rungs = ['aggregate', 'de_identified', 'pseudonymous', 'identified'];

const turnsTrue = (key: string, before: Facts, after: Facts): boolean => before[key] !== true && after[key] === true;

function byFacts(before: Facts, after: Facts): string[] {
  const fallen: string[] = [];
  if (turnsTrue('automatedDecision', before, after)) fallen.push(...five);
  const climbs = rungs.indexOf(String(after['identifiability'])) > rungs.indexOf(String(before['identifiability']));
  if (climbs || turnsTrue('usesLinkage', before, after)) fallen.push(...butConsultation);
  const grows = Number(after['populationSize'] ?? 0) > Number(before['populationSize'] ?? 0);
  const turns = turnsTrue('sensitiveService', before, after) || turnsTrue('aboutChildren', before, after);
  if (grows || turns) fallen.push(...butPurpose);
  return fallen;
}

/** By a revision: names of sign-offs, some perhaps twice. Questions that newly apply are not counted here. */
export function fallenBy(delta: Said['dossier'], before: Facts): string[] {
  const lists = Object.entries(byList).filter(([section]) => {
    const change = delta[section] as { saved: unknown[] } | undefined;
    return change !== undefined && change.saved.length > 0;
  });
  const texts = Object.entries(byText).filter(([section]) => section in delta);
  const answers = (delta.answers ?? []).flatMap(({ questionId }) => bySet[questionId.slice(0, 2)] ?? []);
  return [...lists, ...texts]
    .flatMap(([, keys]) => keys)
    .concat(answers, delta.facts ? byFacts(before, delta.facts) : []);
}

/** By words of one part of the dossier that were erased: as by a revision of it. */
export function fallenByErasing(part: string): string[] {
  const [section = '', id = ''] = part.split('.');
  if (section === 'answers') return [bySet[id.slice(0, 2)] ?? []].flat();
  return byList[section] ?? byText[section] ?? [];
}
