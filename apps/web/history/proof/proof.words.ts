// What the examination of an entry says.
import { dayText } from '../../ui/dates.js';
import { count, defineWords } from '../../words/define-words.js';

interface Seen {
  origin: string;
  size: number;
}
interface SeenBefore extends Seen {
  seenAt: string;
}

const on = ({ seenAt }: SeenBefore): string => dayText(new Date(seenAt));
const entries = (many: number): string => count(many, 'entry', 'entries');

export const proofWords = defineWords({
  title: 'Is this what was recorded?',
  lead: 'Your browser checks this itself, from the bytes of the entry, the hashes beside it, and a signature. It does not take the server’s word for it.',
  checking: 'Checking …',
  failedToAsk: 'What is needed for the check could not be fetched.',
  checkAgain: 'Check again',
  unsealed: 'This entry is recorded and durable, but not under a signed checkpoint yet. That takes some seconds.',
  tooOld: 'This browser is too old to check proofs. A current version of Chrome, Edge, Firefox or Safari can.',
  malformed: 'The receipt that the server sent is not written as one has to be. Nothing can be said from it.',

  holds: 'This entry is what was recorded, and it stands in the signed history.',
  fails: 'Something here is not what was signed. Keep this page, tell the owner of the log, and ask for an export.',
  open: 'Nothing is wrong so far, but not everything could be checked.',
  outcomeHolds: 'Holds',
  outcomeFails: 'Wrong',
  outcomeOpen: 'Left open',

  bytes: 'The entry and its hash',
  bytesHold: (many: number) => `The ${many} bytes of the entry give the hash that the page shows, computed here.`,
  bytesFail: 'The bytes of the entry do not give the hash or the place that the page shows.',
  bytesUnseen: 'The exact bytes of this entry are not yours to read, so its hash is taken as the server tells it.',
  shown: 'What this page shows',
  shownHolds: (words: number) =>
    words === 0
      ? 'What you read above is what those bytes say.'
      : `What you read above is what those bytes say, and ${words === 1 ? 'the text fits its' : `the ${words} texts fit their`} salted commitment${words === 1 ? '' : 's'}.`,
  shownFails: 'What this page shows is not what the bytes of the entry say.',
  shownUnseen: 'Whether the text above is what the entry says cannot be checked without its bytes.',
  path: 'The path to the root',
  pathDrawn: 'The path, hash by hash',
  pathHolds: (steps: number, size: number) =>
    `${count(steps, 'hash', 'hashes')} lead from the entry to the root over all ${entries(size)}. One different byte in the entry would give another root.`,
  pathFails: 'The hashes do not lead from this entry to the root that was signed.',
  signature: 'The signature of the log',
  signed: (origin: string, size: number) =>
    `The key that you hold signed this root, over ${entries(size)}, for ${origin}.`,
  signedBySuccessor: (origin: string, size: number) =>
    `The key that you hold handed over to a new one, both signed that, and the new one signed this root, over ${entries(size)}, for ${origin}.`,
  signatureWrong: 'The signature does not fit what it stands under.',
  signatureOther: (origin: string) =>
    `It is signed in the name of ${origin}, but not with the key that you hold, nor one that it handed over to.`,
  otherLog: (origin: string, own: string) => `This is the log ${origin}, and your key is for ${own}.`,
  noteBroken: 'The checkpoint is not written as a signed note has to be.',
  noKey: 'You hold no key in this browser yet. Without one, anybody could have signed this.',
  keyOfServer: (origin: string) =>
    `The signature for ${origin} fits, but with the key that this very server named: that proves nothing against whoever runs it.`,
  memory: 'What this browser saw before',
  firstSeen:
    'This browser has seen no checkpoint of this log before. Once a key of yours confirms it, it is remembered here.',
  same: (before: SeenBefore, _: Seen) => `It is the checkpoint that this browser saw last, on ${on(before)}.`,
  grown: (before: SeenBefore, now: Seen) =>
    `The log grew from ${entries(before.size)}, as seen here on ${on(before)}, to ${entries(now.size)}, and nothing before was changed.`,
  rolledBack: (before: SeenBefore, now: Seen) =>
    `History was taken back: on ${on(before)} this browser saw ${entries(before.size)} signed, and now the log shows only ${now.size}.`,
  forked: (before: SeenBefore, _: Seen) =>
    `There are two histories: what the log shows now does not continue the ${entries(before.size)} that this browser saw on ${on(before)}.`,
  anotherLog: (before: SeenBefore, now: Seen) =>
    `This browser remembers the log ${before.origin}, and this is ${now.origin}. A log that lost history begins anew under another name.`,
});
