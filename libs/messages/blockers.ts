// The words for what stands in the way: one sentence for each code, with what it concerns by its title.
import { catalogue, signOffKinds, isSignOffKey, type Blocker, type BlockerCode } from '#governance';
import { oneOfRoles } from './one-of-roles.js';

/** `RK-9 (Transfer and storage route)`, `the purpose sign-off`, `a concern`: a subject as a person would say it. */
function nameOf(subject: string | undefined): string {
  if (subject === undefined) return 'this';
  const [kind, key = ''] = subject.split(':');
  if (kind === 'signOff' && isSignOffKey(key)) return `the sign-off “${signOffKinds[key].title}”`;
  if (kind === 'concern') return 'a concern';
  const question = catalogue.questions.get(subject);
  if (question) return `${subject} (${question.title})`;
  return sections[subject] ?? subject;
}

const sections: Record<string, string> = {
  purposes: 'a purpose',
  dataItems: 'a data item',
  recipients: 'a recipient',
};

const whoGives = (subject: string | undefined): string => {
  const key = subject?.split(':')[1] ?? '';
  return oneOfRoles(isSignOffKey(key) ? signOffKinds[key].roles : []);
};

const words: Record<BlockerCode, (subject: string | undefined) => string> = {
  'wrong-state': subject =>
    subject?.startsWith('concern:')
      ? 'This concern does not stand where that would be possible.'
      : 'The proposal is not in a state in which this is possible.',
  'use-urgent-lane': () =>
    'These facts describe serious danger to a person now: disclose what is needed, then record it with recordUrgentDisclosure.',
  'not-required': subject => `The proposal’s tier does not ask for ${nameOf(subject)}.`,
  'not-higher': () => 'A tier can only be raised: choose T2 or T3, above the one it has.',
  'already-invited': () => 'All these organisations have been invited already.',
  'already-met': () => 'This condition has been met and confirmed already.',
  'no-evidence': () => 'The author has shown no evidence for this condition yet, so there is nothing to confirm.',
  'separate-confirmation': () => 'Whoever showed the evidence cannot confirm it; another privacy officer has to.',
  'separation-of-duties': subject =>
    ownAct(subject) ??
    'Another person has to do this: author, signer and decider of a proposal are different people, and some sign-offs may not meet in one person.',
  'conflict-of-interest': () =>
    'You declared a conflict of interest on this proposal, so somebody else has to do this.',
  'role-missing': subject => `${capital(nameOf(subject))} is given by ${whoGives(subject)} of the lead organisation.`,
  'already-given': subject => `${capital(nameOf(subject))} has been given by somebody else and is current.`,
  'section-empty': subject => `The dossier needs ${nameOf(subject)} before it can be submitted.`,
  'identifiability-missing': () => 'Say how identifying the information is (facts.identifiability).',
  'identifiability-understated': () =>
    'A data item is more identifying than the facts say: correct facts.identifiability or the item.',
  'question-unanswered': subject =>
    `${nameOf(subject)} has no answer yet. Answer it, or state openly that there is a gap.`,
  'question-gap': subject => `${nameOf(subject)} is stated as a gap: it has to be closed before this can be met.`,
  'question-failing': subject => `${nameOf(subject)} is answered in a way that does not pass.`,
  ladder: () =>
    'Identified records are asked for (rung 5 or more): two gentler alternatives must have been examined, one of them proposed by a partner, each with the reason why not (GR-3).',
  'sign-off-missing': subject => `${capital(nameOf(subject))} is missing; ${whoGives(subject)} gives it.`,
  'sign-off-stale': subject =>
    `${capital(nameOf(subject))} is stale: what it rests on was changed, and ${whoGives(subject)} has to give it again.`,
  'sign-off-not-met': subject => `${capital(nameOf(subject))} found that its part is not met.`,
  'sign-off-conditional': subject =>
    `${capital(nameOf(subject))} is met with conditions only, so the approval has to carry conditions too.`,
  'concern-open': () => 'A concern is open: it needs an answer with reasons.',
  'concern-not-overruled': () =>
    'A concern was not accepted or is disputed: an approval has to name it as overruled and say why.',
  'conditions-missing': () =>
    'There is no condition on a question of this part. Set one that names the question, or choose another finding or outcome.',
  'would-change-it-missing': () => 'Say what would change this answer.',
  'name-taken': () => 'There is an organisation of that name already.',
  'role-overlaps': subject =>
    `This person holds that role there already for some of that time (${idIn(subject)}). End it first, or choose a time when it is over.`,
  'already-ended': () => 'This role has ended already.',
  'already-revoked': () => 'This token has been revoked already: it opens nothing any more.',
  'identity-linked': () =>
    'This identity opens for somebody already, and nobody else can have it. Unlink it there first, if it was linked to the wrong person.',
  'already-unlinked': () => 'This identity has been unlinked already: nobody signs in with it any more.',
  'last-administrator': () =>
    'After this nobody could administer any more. First see that somebody holds the role administrator, begun and without an end, and a token that may write and was not issued through this one.',
  'words-erased': subject =>
    `The words of ${subject ?? 'this'} were erased: write them anew, or take it out of the dossier.`,
  'already-erased': () => 'There is nothing left to erase: these words are gone already, or there never were any.',
};

const idIn = (subject: string | undefined): string => subject?.split(':')[1] ?? 'see the role history';

/** `own:author`, `own:purpose`: what somebody did on this proposal that keeps them from signing now. */
function ownAct(subject: string | undefined): string | undefined {
  const [kind, act = ''] = subject?.split(':') ?? [];
  if (kind !== 'own') return undefined;
  if (act === 'author') return 'You wrote this proposal, or a part of it, so somebody else has to sign.';
  if (act === 'decision') return 'You have decided on this proposal, so somebody else has to sign.';
  if (act === 'two') return 'You gave two sign-offs, the most that one person may give: somebody else has to sign.';
  return `You gave ${nameOf(`signOff:${act}`)}, and the two may not meet in one person: somebody else has to sign.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const blockerMessage = ({ code, subject }: Blocker): string => words[code](subject);
