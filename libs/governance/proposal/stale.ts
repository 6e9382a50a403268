// The change table (`docs/rules.md` 10, GR-7): which sign-offs a change makes stale. Saving and previewing both read it here.
import { factHolds, type Catalogue, type Question } from '../catalogue/index.js';
import { isMoreIdentifying, signOffKeys, type SignOffKey, type Tier } from '../vocabulary/index.js';
import type { WorkflowDefinition } from '../workflows/definition.js';
import { holderOf, holderOfQuestion } from '../workflows/definition.js';
import type { Change } from './changes.js';
import type { DossierFacts } from './dossier.js';

const all: readonly SignOffKey[] = signOffKeys;
const allButConsultation: readonly SignOffKey[] = ['purpose', 'proportionality', 'privacy_risk', 'transparency'];
const allButPurpose: readonly SignOffKey[] = ['proportionality', 'privacy_risk', 'consultation', 'transparency'];

/** For an element added or changed in any part, or a section's text changed. What is not named makes nothing stale. */
const bySection: Partial<Record<Change['section'], readonly SignOffKey[]>> = {
  purposes: all,
  dataItems: allButConsultation,
  recipients: ['privacy_risk', 'consultation', 'transparency'],
  retention: ['proportionality', 'privacy_risk'],
  transferRoute: ['privacy_risk'],
  risks: ['privacy_risk'],
  alternatives: ['proportionality'],
};

const oneText = new Set<Change['section']>(['retention', 'transferRoute']);

const becomesTrue = (fact: string, before: DossierFacts, after: DossierFacts): boolean =>
  before[fact] !== true && after[fact] === true;

/** For a fact that grows graver. One that becomes false or less makes nothing stale. */
const byFact: Record<string, readonly SignOffKey[]> = {
  automatedDecision: all,
  usesLinkage: allButConsultation,
  identifiability: allButConsultation,
  sensitiveService: allButPurpose,
  aboutChildren: allButPurpose,
  populationSize: allButPurpose,
};

function growsGraver(fact: string, before: DossierFacts, after: DossierFacts): boolean {
  if (fact === 'identifiability') return isMoreIdentifying(String(after[fact]), String(before[fact]));
  if (fact === 'populationSize') return Number(after[fact] ?? 0) > Number(before[fact] ?? 0);
  return becomesTrue(fact, before, after);
}

/** The places of the dossier that a sign-off rests on in this workflow, beside the answers to the questions that it holds. */
export function placesUnder(key: SignOffKey, definition: WorkflowDefinition): string[] {
  const isUnder = ([, keys]: [string, readonly SignOffKey[]]): boolean =>
    keys.some(each => holderOf(definition, each) === key);
  const facts = Object.entries(byFact).filter(isUnder);
  return [
    ...Object.entries(bySection)
      .filter(isUnder)
      .map(([section]) => section),
    ...facts.map(([fact]) => `facts.${fact}`),
  ];
}

export interface Footing {
  facts: DossierFacts;
  tier: Tier;
}

const appliesOn = (question: Question, { facts, tier }: Footing): boolean =>
  question.tiers.some(each => each === tier) && (question.appliesWhen?.some(when => factHolds(when, facts)) ?? true);

/** Why a question applies that did not: `tier`, and each changed fact that calls for it. */
function newlyBecause(question: Question, before: Footing, after: Footing): string[] {
  const facts = (question.appliesWhen ?? [])
    .filter(when => factHolds(when, after.facts) && !factHolds(when, before.facts))
    .map(({ fact }) => `facts.${fact}`);
  const tiers = question.tiers.some(each => each === before.tier) ? [] : ['tier'];
  return [...facts, ...tiers];
}

export interface Reconsideration {
  catalogue: Catalogue;
  /** As pinned after the change. */
  definition: WorkflowDefinition;
  changes: Change[];
  before: Footing;
  after: Footing;
  /** Questions marked irrelevant: they apply on neither side. */
  irrelevant: readonly string[];
}

/** Each sign-off that rests on what changed, with the paths that did it. Whether it had been given is the caller's to ask. */
export function shakenSignOffs(reconsideration: Reconsideration): Map<SignOffKey, string[]> {
  const { catalogue, definition, changes, before, after, irrelevant } = reconsideration;
  const shaken = new Map<SignOffKey, string[]>();
  const shake = (key: SignOffKey, path: string): void => {
    const paths = shaken.get(key) ?? [];
    if (!paths.includes(path)) shaken.set(key, [...paths, path]);
  };
  for (const change of changes) {
    for (const key of feeds(change, catalogue, definition, before.facts, after.facts)) shake(key, change.path);
  }
  for (const question of catalogue.questions.values()) {
    if (!question.blocking || irrelevant.includes(question.id)) continue;
    if (!appliesOn(question, after) || appliesOn(question, before)) continue;
    const holder = holderOfQuestion(definition, question);
    for (const path of newlyBecause(question, before, after)) shake(holder, path);
  }
  return shaken;
}

function feeds(
  { section, id, kind }: Change,
  catalogue: Catalogue,
  definition: WorkflowDefinition,
  before: DossierFacts,
  after: DossierFacts,
): SignOffKey[] {
  if (section === 'facts') {
    const shaken = growsGraver(id, before, after) ? (byFact[id] ?? []) : [];
    return shaken.map(key => holderOf(definition, key));
  }
  if (kind === 'removed' && !oneText.has(section)) return [];
  if (section === 'answers') {
    const question = catalogue.questions.get(id);
    return question ? [holderOfQuestion(definition, question)] : [];
  }
  return (bySection[section] ?? []).map(key => holderOf(definition, key));
}
