// Was this sign-off that person's to give, over the content as it stood? From docs/rules.md 6 and 7, and from no rule of the product.
import type { Act } from './act.js';
import type { Standing } from './standing.js';

export function faultOfSigning(standing: Standing, act: Act, content: string | undefined): string | undefined {
  const { person, role, said } = act;
  const key = said.signOff;
  const required = standing.required.find(each => each.key === key);
  if (!required) return `The workflow of this proposal knows no sign-off ${key}.`;
  if (!required.roles.some(each => each === role)) return `The sign-off ${key} is not for a ${role} to give.`;
  const duty = faultOfDuty(standing, person, key);
  if (duty) return duty;
  const earlier = standing.given.get(key);
  if (earlier?.status === 'GIVEN' && earlier.by !== person)
    return `The sign-off ${key} stood already, given by somebody else.`;
  if (said.onRevision !== standing.revision)
    return `It is about revision ${said.onRevision}, and revision ${standing.revision} stood.`;
  if (said.content !== content) return 'It is bound to another content than stood there when it was given.';
  const miscounted = faultOfChecklist(act);
  if (miscounted) return miscounted;
  return said.finding === 'NOT_MET' ? undefined : faultOfSequence(standing, required.after, key);
}

/** Each question once, and no more of them than there were. */
function faultOfChecklist({ said: { checklist } }: Act): string | undefined {
  if (!checklist) return undefined;
  const { total, answers } = checklist;
  if (new Set(answers.map(({ questionId }) => questionId)).size < answers.length)
    return 'Its checklist names a question twice.';
  return answers.length > total ? 'Its checklist answers more questions than it says there were.' : undefined;
}

/** Purpose comes first. */
function faultOfSequence({ given }: Standing, after: readonly string[], key: string): string | undefined {
  const missing = after.find(each => given.get(each)?.status !== 'GIVEN' || given.get(each)?.finding === 'NOT_MET');
  return missing === undefined ? undefined : `The sign-off ${key} was given as met before ${missing} was.`;
}

/** The author signs nothing, nor who declared a conflict or decided; nobody signs what may not meet in one person. */
function faultOfDuty(standing: Standing, person: string, key: string): string | undefined {
  if (standing.authors.has(person)) return `${person} is an author of this proposal, and signed ${key}.`;
  if (standing.conflicted.has(person)) return `${person} had declared a conflict of interest, and signed ${key}.`;
  if (standing.deciders.has(person)) return `${person} had decided on this proposal before, and signed ${key}.`;
  const others = new Set([...(standing.signed.get(person) ?? [])].filter(each => each !== key));
  if (others.size >= 2) return `${person} gave more than two sign-offs.`;
  const mayNotMeet = (one: string, other: string): boolean =>
    (key === one && others.has(other)) || (key === other && others.has(one));
  if (mayNotMeet('purpose', 'proportionality') || mayNotMeet('proportionality', 'transparency'))
    return `${person} gave two sign-offs that may not meet in one person, ${key} being the second.`;
  return key === 'consultation' && standing.answerers.has(person)
    ? `${person} answered concerns and signed that they were heard.`
    : undefined;
}
