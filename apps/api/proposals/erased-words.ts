// What is shown where words were erased: a proposal made of what survives has a place for them, and no words.
import { erasedWords, type Proposal, type Reading, type SignOff } from '#governance';

/** The same with a sentence in every place that the public API promises to fill; as it is where nothing was erased. */
export function readable<T extends { proposal: Proposal; reading: Reading }>(seen: T): T {
  if (!seen.proposal.hasErasedWords) return seen;
  return { ...seen, reading: { ...seen.reading, proposal: withErasedWords(seen.reading.proposal) } };
}

/** Words that survive stand. */
const filled = <T extends object>(node: T, ...fields: (keyof T & string)[]): T => ({
  ...node,
  ...Object.fromEntries(fields.map(field => [field, node[field] ?? erasedWords])),
});

/** What somebody wrote about, in their own words, is gone with the rest. */
const withAbout = <T extends { about: string[] }>(node: T): T => ({ ...node, about: node.about ?? [] });

function withErasedWords(proposal: Proposal): Proposal {
  const { title, dossier, concerns, comments, signOffs, decision, urgentRecord } = proposal;
  return {
    ...proposal,
    title: filled(title, 'text'),
    dossier: dossierOf(dossier),
    concerns: concerns.map(concernOf),
    comments: comments.map(commentOf),
    signOffs: Object.fromEntries(
      Object.entries(signOffs).map(([key, signOff]) => [key, filled(conditionsOf(checklistOf(signOff)), 'rationale')]),
    ),
    ...(decision ? { decision: conditionsOf(filled(decision, 'reasons')) } : {}),
    ...(urgentRecord
      ? { urgentRecord: { ...urgentRecord, record: urgentRecord.record ?? { erased: erasedWords } } }
      : {}),
  };
}

const dossierOf = ({ summary, retention, transferRoute, ...dossier }: Proposal['dossier']): Proposal['dossier'] => ({
  ...dossier,
  ...(summary ? { summary: filled(summary, 'text') } : {}),
  ...(retention ? { retention: filled(retention, 'text') } : {}),
  ...(transferRoute ? { transferRoute: filled(transferRoute, 'text') } : {}),
  purposes: dossier.purposes.map(purpose => filled(purpose, 'statement')),
  dataItems: dossier.dataItems.map(item => filled(item, 'name', 'about')),
  recipients: dossier.recipients.map(recipient => filled(recipient, 'name')),
  alternatives: dossier.alternatives.map(alternative => filled(alternative, 'description')),
  risks: dossier.risks.map(risk => filled(risk, 'title')),
  answers: dossier.answers.map(answer => ({ ...answer, evidence: answer.evidence ?? [] })),
});

const commentOf = ({ earlier, ...comment }: Proposal['comments'][number]): Proposal['comments'][number] => ({
  ...withAbout(filled(comment, 'body')),
  ...(earlier ? { earlier: earlier.map(version => filled(version, 'body')) } : {}),
});

const concernOf = ({ answer, ...concern }: Proposal['concerns'][number]): Proposal['concerns'][number] => ({
  ...withAbout(filled(concern, 'statement')),
  ...(answer ? { answer: filled(answer, 'response') } : {}),
});

/** A note is not asked of everybody: only where one was written its words can be gone. */
const checklistOf = ({ checklist, ...signOff }: SignOff): SignOff => ({
  ...signOff,
  ...(checklist
    ? { checklist: { ...checklist, answers: checklist.answers.map(a => (a.commitment ? filled(a, 'note') : a)) } }
    : {}),
});

function conditionsOf<T extends Pick<NonNullable<Proposal['decision']>, 'conditions'>>(act: T): T {
  const conditions = act.conditions.map(({ evidence, ...condition }) => ({
    ...withAbout(filled(condition, 'statement', 'owner')),
    ...(evidence ? { evidence: filled(evidence, 'evidence') } : {}),
  }));
  return { ...act, conditions };
}
