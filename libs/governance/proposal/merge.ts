// A dossier as handed in, laid over the dossier as it stands: sections replace, answers merge, a partner's words stay.
import { asRead, erasedWords, isSaid } from '../erasure/erased-words.js';
import type { Actor } from '../vocabulary/index.js';
import { isBlank } from './words.js';
import type { DossierInput } from './dossier-shape.js';
import {
  emptyDossier,
  textSections,
  type Alternative,
  type Answer,
  type Dossier,
  type DossierFacts,
  type DossierText,
} from './dossier.js';

export function mergeDossier(input: DossierInput, before: Dossier = emptyDossier()): Dossier {
  const merged: Dossier = {
    ...before,
    facts: input.facts ? knownFacts(input.facts) : before.facts,
    purposes: mergeElements(before.purposes, input.purposes),
    dataItems: mergeElements(before.dataItems, input.dataItems),
    recipients: mergeElements(before.recipients, input.recipients),
    alternatives: input.alternatives ? mergeAlternatives(input.alternatives, before.alternatives) : before.alternatives,
    risks: mergeElements(before.risks, input.risks),
    answers: input.answers ? mergeAnswers(input.answers, before.answers) : before.answers,
  };
  for (const section of textSections) {
    const given = input[section];
    if (typeof given !== 'string' || (given === erasedWords && isErased(before[section]))) continue;
    if (isBlank(given)) delete merged[section];
    else merged[section] = { text: given };
  }
  return merged;
}

const isErased = (text: DossierText | undefined): boolean => text !== undefined && !isSaid(text.text);

/** A section that is sent replaces the one there. */
const mergeElements = <T extends { id: string }>(before: T[], given: NoInfer<T>[] | null | undefined): T[] =>
  given?.map(element =>
    asRead(
      element,
      before.find(({ id }) => id === element.id),
    ),
  ) ?? before;

/** A fact given as null counts as absent. */
const knownFacts = (facts: Record<string, unknown>): DossierFacts =>
  Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== null && value !== undefined),
  ) as DossierFacts;

type AlternativeInput = NonNullable<DossierInput['alternatives']>[number];

/** The author may say why a partner's alternative is not taken; its words and its rung are the partner's, and it stays. */
function mergeAlternatives(given: AlternativeInput[], before: Alternative[]): Alternative[] {
  const ofPartners = new Map(before.filter(({ proposedByPartner }) => proposedByPartner).map(one => [one.id, one]));
  const merged = given.map((alternative): Alternative => {
    const theirs = ofPartners.get(alternative.id);
    if (!theirs) {
      const was = before.find(({ id }) => id === alternative.id);
      return { ...asRead(alternative, was), proposedByPartner: false };
    }
    const { whyNot: _, ...words } = theirs;
    return { ...words, ...(alternative.whyNot ? { whyNot: alternative.whyNot } : {}) };
  });
  const named = new Set(given.map(({ id }) => id));
  return [...merged, ...[...ofPartners.values()].filter(({ id }) => !named.has(id))];
}

type AnswerInput = NonNullable<DossierInput['answers']>[number];

export const toAnswer = ({ questionId, value, gap, evidence }: AnswerInput): Answer =>
  typeof gap === 'string' ? { questionId, gap, evidence } : { questionId, value: value, evidence };

function mergeAnswers(given: AnswerInput[], before: Answer[]): Answer[] {
  const merged = new Map(before.map(answer => [answer.questionId, answer]));
  for (const answer of given) merged.set(answer.questionId, toAnswer(answer));
  return [...merged.values()];
}

/** A copy for another proposal: nobody's alternative there has been proposed by a partner here, and what was erased is left out. */
export function copiedDossier({ summary, retention, transferRoute, ...dossier }: Dossier): Dossier {
  const purposes = dossier.purposes.filter(({ statement }) => isSaid(statement));
  return {
    ...dossier,
    ...(summary && isSaid(summary.text) ? { summary } : {}),
    ...(retention && isSaid(retention.text) ? { retention } : {}),
    ...(transferRoute && isSaid(transferRoute.text) ? { transferRoute } : {}),
    purposes,
    dataItems: dossier.dataItems
      .filter(({ name }) => isSaid(name))
      .map(item => ({
        ...item,
        purposeIds: item.purposeIds.filter(id => purposes.some(purpose => purpose.id === id)),
      })),
    recipients: dossier.recipients.filter(({ name }) => isSaid(name)),
    alternatives: dossier.alternatives
      .filter(({ description }) => isSaid(description))
      .map(alternative => ({ ...alternative, proposedByPartner: false })),
    risks: dossier.risks.filter(({ title }) => isSaid(title)),
    answers: dossier.answers.filter(({ value, gap }) => value !== undefined || gap !== undefined),
  };
}

/** What a partner proposes, with the name of their organisation. */
export const partnersAlternative = (
  id: string,
  { description, rung, note }: { description: string; rung: number; note?: string | undefined },
  actor: Actor,
): Alternative => ({
  id,
  description,
  rung,
  proposedBy: actor.organisationName,
  proposedByPartner: true,
  ...(note ? { note } : {}),
});
