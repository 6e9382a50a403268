// The words for what stands in the way: one sentence for each code, with what it concerns by its title.
import { catalogue, signOffKinds, isSignOffKey, type Blocker, type BlockerCode } from '#governance';
import { oneOfRoles } from './one-of-roles.js';
import { placeInWords } from './places.js';

/** `RK-9 (Transfer and storage route)`, `the purpose sign-off`, `a concern`: a subject as a person would say it. */
function nameOf(subject: string | undefined): string {
  if (subject === undefined) return 'this';
  const [kind, key = ''] = subject.split(':');
  if (kind === 'signOff' && isSignOffKey(key)) return `the sign-off “${signOffKinds[key].title}”`;
  if (kind === 'concern') return 'a concern';
  const question = catalogue.questions.get(subject);
  return question ? `${subject} (${question.title})` : placeInWords(subject);
}

const isComputed = (subject = ''): boolean => catalogue.questions.get(subject)?.answer.type === 'computed';

const howIdentifying = placeInWords('facts.identifiability');

const whoGives = (subject: string | undefined): string => {
  const key = subject?.split(':')[1] ?? '';
  return oneOfRoles(isSignOffKey(key) ? signOffKinds[key].roles : []);
};

/** Of a piece of work. */
function whoMay(work = ''): string {
  const kind = work.split(':', 1)[0] ?? '';
  return kind === 'signOff'
    ? `${nameOf(work)} is given by ${whoGives(work)} of the lead organisation`
    : (doers[kind] ?? '');
}

const doers: Record<string, string> = {
  concern:
    'a concern is answered by the author or an engagement lead of the lead organisation, and settled by the side that raised it',
  condition: 'a condition is confirmed by another privacy officer of the lead organisation',
  decision: 'it is decided by an approver of the lead organisation',
  say: 'an organisation has its say through its own people who are partners',
};

type Sentence = (subject: string | undefined, person?: string) => string;

const words: Record<BlockerCode, Sentence> = {
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
  'already-said': () => 'The comment says exactly this already.',
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
  'identifiability-missing': () => `Say how identifying the information is: ${howIdentifying}.`,
  'identifiability-understated': () =>
    `A data item is more identifying than the facts say: correct ${howIdentifying}, or the item.`,
  'question-unanswered': subject =>
    `${nameOf(subject)} has no answer yet. Answer it, or state openly that there is a gap.`,
  'question-gap': subject => `${nameOf(subject)} is stated as a gap: it has to be closed before this can be met.`,
  'question-failing': subject =>
    isComputed(subject)
      ? `${nameOf(subject)} is worked out from the dossier, which is not so far yet.`
      : `${nameOf(subject)} is answered in a way that does not pass.`,
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
    `The words of ${nameOf(subject)} were erased: write them anew, or take it out of the dossier.`,
  'checklist-no': subject =>
    `Your checklist says No to ${nameOf(subject)}, which has to hold before this can be met. Look at it again, set a dated condition with an owner that names it where the question allows one, or find it not met.`,
  'not-waiting': () => 'This does not wait to be done on the proposal as it stands, so nobody can take it.',
  'one-persons-own': () =>
    'Only one person can do this, so it cannot be taken or given to anybody else. A whole proposal can be handed over.',
  'not-taken': () => 'Nobody has taken this, so there is nothing to give back.',
  'already-theirs': () => 'They have it already.',
  'already-taken': (_, person = 'A colleague') =>
    `${person} has taken this. Ask them; to take it over all the same, say from whom.`,
  'taker-lacks-role': subject => `This person cannot be given it: ${whoMay(subject)}.`,
  'taker-had-a-part': () =>
    'This person cannot be given it for what they did on this proposal: author, signer and decider are different people, some sign-offs may not meet in one person, and nobody confirms what they showed.',
  'taker-in-conflict': () => 'This person cannot be given it: they declared a conflict of interest on this proposal.',
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

/** Names of people, by id: a subject `person:<id>` is told by its name where it is known. */
export type Names = ReadonlyMap<string, string>;

export const blockerMessage = ({ code, subject }: Blocker, names?: Names): string =>
  words[code](subject, names?.get(subject?.slice('person:'.length) ?? ''));
