// The words for refusals: what is wrong and what to do, in a sentence or two. The rules know codes only.
import type { Fault, FaultCode, Problem } from '#governance';
import { blockerMessage, type Names } from './blockers.js';

const faultWords: Record<FaultCode, (expected: string) => string> = {
  required: () => 'is needed',
  blank: () => 'must not be blank',
  'too-long': expected => `is too long; ${expected} characters at most`,
  'too-many': expected => `holds too many; ${expected} at most`,
  'too-deep': expected => `is nested too deeply; ${expected} levels at most`,
  'control-characters': () =>
    'holds control characters, or characters that turn the direction of writing or that nobody sees; take them out',
  'wrong-type': expected => `has the wrong type; expected: ${expected}`,
  'not-an-option': expected => `is not one of the options: ${expected}`,
  'out-of-range': expected => `is out of range; it must be ${expected}`,
  'unknown-key': () => 'is not a field here; leave it out',
  'unknown-question': () => 'is not a question of the catalogue',
  'unknown-fact': () => 'is not a fact of the catalogue',
  'unknown-sign-off': () => 'is not a sign-off: purpose, proportionality, privacy_risk, consultation or transparency',
  'unknown-organisation': () => 'names an organisation that is not in the directory',
  'unknown-person': expected => `does not name ${expected}`,
  'unknown-concern': () => 'names a concern that this proposal does not have',
  'unknown-purpose': () => 'names a purpose that the dossier does not have; add the purpose or take the reference out',
  computed: () => 'is worked out by the product from the dossier; leave the answer out',
  'wrong-shape': expected => `does not have the shape that is asked for: ${expected}`,
  'value-or-gap': () => 'needs exactly one of a value and a gap',
  duplicate: () => 'stands there twice; each id may be used once',
  'not-accepted-here': expected => `is not accepted here; only with: ${expected}`,
  'not-asked': () => 'is not a question that this sign-off holds, as the proposal stands; leave it out',
  'unknown-work': () =>
    'is not a piece of work: signOff:…, concern:…, condition:…, say:…, decision or dossier, as `work` of a task names it',
  'unknown-path': () => 'names a place where this entry never had words; `words` of the entry lists them',
};

const faultSentence = ({ path, code, expected = 'another value' }: Fault): string =>
  `${path || 'The input'} ${faultWords[code](expected)}.`;

const codeWords: Record<string, string> = {
  'not-found':
    'There is nothing here that you can read. Check the id, or ask the lead organisation whether you are meant to see it.',
  'not-permitted':
    'Your roles do not permit this. Ask somebody who holds the role, or an administrator if you should hold it.',
  'separation-of-duties':
    'Another person has to do this. Author, signer and decider of a proposal are different people, and some sign-offs may not meet in one person; nobody gives a role to themself, and whoever administers holds no other role meanwhile.',
  'conflict-of-interest': blockerMessage({ code: 'conflict-of-interest' }),
  'stale-version':
    'Somebody changed the proposal after you read it. Read it again, look at what changed, and send your command with the new version.',
  'already-given':
    'This sign-off has been given by somebody else and is current. Only they can replace or withdraw it.',
  'already-taken': blockerMessage({ code: 'already-taken' }),
  'command-id-used': 'This command id was used for another command of yours. Choose a new UUID for a new command.',
};

const mostShown = 5;

/** One text for people: every offending place or what stands in the way, the first few of them. */
export function problemMessage({ code, faults, blockers }: Problem, names?: Names): string {
  const sentences = [...faults.map(faultSentence), ...blockers.map(blocker => blockerMessage(blocker, names))];
  if (sentences.length === 0) return codeWords[code] ?? 'This is not possible.';
  const more = sentences.length - mostShown;
  return [...sentences.slice(0, mostShown), ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}
