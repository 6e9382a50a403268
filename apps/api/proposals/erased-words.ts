// What is shown where words were erased from the ledger: a proposal made again from its entries has a place for them, and no words.
import type { Proposal } from '#governance';

export const erased = 'These words were erased.';

/** The fields come first, so that words which survive stand. */
const filled = <T extends object>(node: T, ...fields: (keyof T & string)[]): T => ({
  ...Object.fromEntries(fields.map(field => [field, erased])),
  ...node,
});

/** The proposal with a sentence in every place that the public API promises to fill. */
export function withErasedWords(proposal: Proposal): Proposal {
  const { title, dossier, concerns, comments, signOffs, decision } = proposal;
  return {
    ...proposal,
    title: filled(title, 'text'),
    dossier: dossierOf(dossier),
    concerns: concerns.map(concern => filled(concern, 'statement')),
    comments: comments.map(comment => filled(comment, 'body')),
    signOffs: Object.fromEntries(Object.entries(signOffs).map(([key, signOff]) => [key, conditionsOf(signOff)])),
    ...(decision ? { decision: conditionsOf(filled(decision, 'reasons')) } : {}),
  };
}

const dossierOf = (dossier: Proposal['dossier']): Proposal['dossier'] => ({
  ...dossier,
  purposes: dossier.purposes.map(purpose => filled(purpose, 'statement')),
  dataItems: dossier.dataItems.map(item => filled(item, 'name', 'about')),
  recipients: dossier.recipients.map(recipient => filled(recipient, 'name')),
  alternatives: dossier.alternatives.map(alternative => filled(alternative, 'description')),
  risks: dossier.risks.map(risk => filled(risk, 'title')),
  answers: dossier.answers.map(answer => Object.assign({ evidence: [] }, answer)),
});

function conditionsOf<T extends Pick<NonNullable<Proposal['decision']>, 'conditions'>>(act: T): T {
  return { ...act, conditions: act.conditions.map(condition => filled(condition, 'statement', 'owner')) };
}
