// The tamper catalogue, T1 to T32: each attack as data. What is done to the bundle, with what the auditor holds besides, and the kind of
// finding that it has to end in. `rng` says where.
import { randomUUID } from 'node:crypto';
import { canonicalDigest } from '#governance';
import { formatNote, formatSignature, parsePolicy, toHex, type Policy } from '#ledger';
import { sha256 } from '../../apps/verify/native.js';
import type { Evidence, Files } from './evidence.js';
import {
  bytesOf,
  commandEnds,
  cut,
  edit,
  headOf,
  leafOf,
  putTogether,
  rebuild,
  refold,
  renumber,
  takeApart,
  type Draft,
  type Said,
} from './forger.js';
import type { Held } from './judged.js';
import { keyPair, origin, policyOf, signatureOf, signedCheckpoint } from './log.js';

export interface Dice {
  rng: () => number;
  /** A whole number from 0 to `below`, without it. */
  at(below: number): number;
  pick<T>(list: readonly T[]): T;
}

export const diceOf = (rng: () => number): Dice => {
  const at = (below: number): number => Math.floor(rng() * below);
  return { rng, at, pick: list => list[at(list.length)]! };
};

/** What is put before the verifier. */
export interface Exhibit {
  files: Files;
  held?: Partial<Held>;
}

export interface Attack {
  id: string;
  name: string;
  /** Any of these. */
  marks: string[];
  commit(evidence: Evidence, dice: Dice): Exhibit;
  /** Without what the auditor holds it cannot be told from the truth: then it passes, and the verdict says what it cannot exclude. */
  needsAnchor?: true;
}

const attack = (
  id: string,
  name: string,
  marks: string[],
  commit: Attack['commit'],
  more: Partial<Attack> = {},
): Attack => ({
  ...{ id, name, marks, commit },
  ...more,
});

/** Changes the bundle taken apart, and puts it together again. */
const onDraft =
  (change: (draft: Draft, dice: Dice, evidence: Evidence) => Partial<Held> | void) =>
  (evidence: Evidence, dice: Dice): Exhibit => {
    const draft = takeApart(evidence.files);
    const held = change(draft, dice, evidence);
    return { files: putTogether(draft), ...(held ? { held } : {}) };
  };

const onCheckpoint = (change: (note: string, dice: Dice, evidence: Evidence) => string) =>
  onDraft((draft, dice, evidence) => {
    draft.checkpoint = change(draft.checkpoint, dice, evidence);
  });

const places = (draft: Draft, wanted: (said: Said) => boolean): number[] =>
  draft.entries.flatMap(({ said }, at) => (wanted(said) ? [at] : []));
const ofProposal = ({ stream }: Said): boolean => stream.startsWith('proposal:');
const anyEntry = (draft: Draft, dice: Dice): number => dice.at(draft.entries.length - 2);

/** Another digit for one of the hex digits of an entry. */
function flipDigit(text: string, dice: Dice): string {
  const at = dice.at(text.length);
  return text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1);
}

const tomorrow = (at: string): string => new Date(Date.parse(at) + 86_400_000).toISOString();

const editAny = (wanted: (said: Said) => boolean, change: (said: Said, dice: Dice) => void) =>
  onDraft((draft, dice) => edit(draft, dice.pick(places(draft, wanted)), said => change(said, dice)));

const bytes: Attack[] = [
  attack(
    'T1',
    'a byte of the payload',
    ['entry-altered'],
    editAny(
      said => Boolean(said.payload.commitment),
      (said, dice) => (said.payload.commitment = flipDigit(said.payload.commitment, dice)),
    ),
  ),
  attack(
    'T1',
    'a byte of the nonce',
    ['entry-altered'],
    editAny(
      () => true,
      (said, dice) => (said['nonce'] = flipDigit(said['nonce'], dice)),
    ),
  ),
  attack(
    'T2',
    'the actor',
    ['entry-altered'],
    editAny(ofProposal, said => (said.by.person = randomUUID())),
  ),
  attack(
    'T3',
    'the time',
    ['entry-altered'],
    editAny(ofProposal, said => (said.at = tomorrow(said.at))),
  ),
  attack(
    'T4',
    'what was decided',
    ['entry-altered'],
    editAny(
      ({ type }) => type === 'DecisionRecorded',
      said => (said.payload.outcome = said.payload.outcome === 'DECLINED' ? 'APPROVED' : 'DECLINED'),
    ),
  ),
  attack(
    'T4',
    'what was found',
    ['entry-altered'],
    editAny(
      ({ type }) => type === 'SignOffGiven',
      said => (said.payload.finding = said.payload.finding === 'NOT_MET' ? 'MET' : 'NOT_MET'),
    ),
  ),
  attack(
    'T5',
    'an entry deleted',
    ['entry-missing'],
    onDraft((draft, dice) => void draft.entries.splice(1 + anyEntry(draft, dice), 1)),
  ),
  attack(
    'T6',
    'an entry deleted, the rest renumbered',
    ['entry-removed'],
    onDraft((draft, dice) => {
      draft.entries.splice(anyEntry(draft, dice), 1);
      renumber(draft);
    }),
  ),
  attack(
    'T7',
    'neighbours swapped',
    ['entries-swapped'],
    onDraft((draft, dice) => {
      const at = anyEntry(draft, dice);
      draft.entries.splice(at, 2, draft.entries[at + 1]!, draft.entries[at]!);
      if (dice.rng() < 0.5) renumber(draft);
    }),
  ),
  attack(
    'T8',
    'a backdated entry put in',
    ['entry-inserted'],
    onDraft((draft, dice) => {
      const at = dice.pick(places(draft, ofProposal).filter(each => each < draft.entries.length - 1));
      const said: Said = { ...draft.entries[at]!.said, id: randomUUID() };
      draft.entries.splice(at, 0, { index: at, said, bytes: bytesOf(said), words: [] });
      renumber(draft);
    }),
  ),
  attack(
    'T9',
    'an entry twice',
    ['entry-repeated'],
    onDraft((draft, dice) => {
      const at = anyEntry(draft, dice);
      draft.entries.splice(at + 1, 0, { ...draft.entries[at]!, words: [] });
      if (dice.rng() < 0.5) renumber(draft);
    }),
  ),
  attack(
    'T10',
    'an entry moved to another proposal',
    ['entry-moved'],
    onDraft((draft, dice) => {
      const at = dice.pick(places(draft, ofProposal));
      const elsewhere = places(draft, said => ofProposal(said) && said.proposal !== draft.entries[at]!.said.proposal);
      const { stream, proposal } = draft.entries[dice.pick(elsewhere)]!.said;
      edit(draft, at, said => Object.assign(said, { stream, proposal }));
    }),
  ),
  attack(
    'T11',
    'an entry changed with its leaf',
    ['chain-broken', 'tree-differs'],
    onDraft((draft, dice) => {
      const at = dice.pick(places(draft, ofProposal));
      edit(draft, at, said => (said.at = tomorrow(said.at)));
      draft.leaves[at] = leafOf(draft.entries[at]!.bytes);
    }),
  ),
  attack(
    'T12',
    'an entry changed with chains and tree, the signature kept',
    ['signature-wrong'],
    onDraft((draft, dice) => {
      edit(draft, dice.pick(places(draft, ofProposal)), said => (said['nonce'] = flipDigit(said['nonce'], dice)));
      refold(rebuild(draft));
      draft.checkpoint = withText(draft.checkpoint, [
        origin,
        String(draft.leaves.length),
        Buffer.from(headOf(draft).root).toString('base64'),
      ]);
    }),
  ),
  attack(
    'T12',
    'an entry changed with chains and tree, the checkpoint kept',
    ['tree-differs'],
    onDraft((draft, dice) => {
      edit(draft, dice.pick(places(draft, ofProposal)), said => (said['nonce'] = flipDigit(said['nonce'], dice)));
      refold(rebuild(draft));
    }),
  ),
  attack(
    'T13',
    'the end cut off',
    ['tree-cut'],
    onDraft((draft, dice) => {
      cut(draft, dice.pick(endsOfItsOwn(draft)));
    }),
  ),
];

const withText = (note: string, lines: string[]): string => [...lines, '', ...note.split('\n').slice(4)].join('\n');

/** Goes on from a moment before the end, where the original goes on differently. */
function forkedAt(evidence: Evidence, dice: Dice): { fork: Draft; from: number } {
  const ends = commandEnds(takeApart(evidence.files)).slice(-12, -3);
  const from = dice.pick(ends);
  const fork = cut(takeApart(evidence.files), from);
  comment(fork);
  comment(fork);
  refold(rebuild(fork));
  fork.checkpoint = signedCheckpoint(evidence.second, headOf(fork), evidence.witnesses);
  return { fork, from };
}

const checkpointAt = (evidence: Evidence, size: number): string => {
  const { leaves } = takeApart(evidence.files);
  return signedCheckpoint(evidence.second, headOf({ leaves: leaves.slice(0, size) }));
};

/** Says something more on a proposal, as whoever did the last thing there that lead roles do. */
function comment(draft: Draft): void {
  const { said: last } = draft.entries.findLast(
    ({ said }) => ofProposal(said) && !['partner', 'administrator'].includes(said.by.role),
  )!;
  const ofStream = draft.entries.filter(({ said }) => said.stream === last.stream).at(-1)!.said;
  const payload = { type: 'CommentMade', commentId: randomUUID(), audience: 'INTERNAL', about: [] };
  const at = ofStream.at > last.at ? ofStream.at : last.at;
  const said: Said = { ...last, ...{ id: randomUUID(), command: randomUUID(), at, type: 'CommentMade', payload } };
  said.version = ofStream.version!;
  draft.entries.push({ index: draft.entries.length, said, bytes: bytesOf(said), words: [] });
}

/**
 * Before the rotation nothing in the bundle leads to the key of the checkpoint: that is then what is found. And before an erasure the
 * words were there, which whoever cuts this bundle has not.
 */
const endsOfItsOwn = (draft: Draft): number[] => {
  const last = places(draft, ({ type }) => type === 'SigningKeyRotated' || type === 'WordsErased').at(-1)!;
  return commandEnds(draft)
    .slice(0, -1)
    .filter(end => end > last);
};

const anchored: Attack[] = [
  attack(
    'T14',
    'the end cut off, an older genuine checkpoint shown',
    ['rolled-back'],
    (evidence, dice) => {
      const draft = takeApart(evidence.files);
      const known = [{ name: 'kept', text: draft.checkpoint }];
      cut(draft, dice.pick(endsOfItsOwn(draft)));
      draft.checkpoint = signedCheckpoint(evidence.second, headOf(draft), evidence.witnesses);
      return { files: putTogether(draft), held: { known } };
    },
    { needsAnchor: true },
  ),
  attack(
    'T15',
    'a backup restored and gone on with',
    ['forked'],
    (evidence, dice) => {
      const { fork, from } = forkedAt(evidence, dice);
      return { files: putTogether(fork), held: { known: [{ name: 'kept', text: checkpointAt(evidence, from + 1) }] } };
    },
    { needsAnchor: true },
  ),
  attack(
    'T16',
    'another history for another auditor',
    ['forked'],
    (evidence, dice) => {
      const { fork, from } = forkedAt(evidence, dice);
      return {
        files: putTogether(fork),
        held: { known: [{ name: 'theirs', text: checkpointAt(evidence, from + 2) }] },
      };
    },
    { needsAnchor: true },
  ),
];

const signaturesOf = (note: string): string[] => note.trimEnd().split('\n').slice(4);
const withSignatures = (note: string, lines: string[]): string =>
  `${note.split('\n').slice(0, 3).join('\n')}\n\n${lines.join('\n')}\n`;

const checkpoints: Attack[] = [
  attack(
    'T17',
    'another origin',
    ['origin-wrong'],
    onCheckpoint((note, dice, { second }) => {
      const text = note
        .split('\n')
        .slice(0, 3)
        .join('\n')
        .replace(origin, `${origin}/${dice.at(9)}`);
      return formatNote({ text: `${text}\n`, signatures: [signatureOf(second, `${text}\n`)] });
    }),
  ),
  attack(
    'T18',
    'a key that nobody knows',
    ['signature-missing'],
    onDraft((draft, dice) => {
      const stranger = keyPair(`log.example/other-${dice.at(9)}`);
      const text = `${draft.checkpoint.split('\n').slice(0, 3).join('\n')}\n`;
      draft.checkpoint = formatNote({ text, signatures: [signatureOf(stranger, text)] });
    }),
  ),
  attack(
    'T19',
    'the key exchanged within the bundle',
    ['signature-by-other-key'],
    onDraft((draft, dice) => {
      const thief = keyPair(origin);
      for (const at of places(draft, ({ stream }) => stream === 'ledger').reverse()) {
        if (draft.entries[at]!.said.type === 'SigningKeyRotated') draft.entries.splice(at, 1);
        else edit(draft, at, said => (said.payload.key = thief.verifier));
      }
      edit(draft, dice.pick(places(draft, ofProposal)), said => (said['nonce'] = flipDigit(said['nonce'], dice)));
      refold(rebuild(draft));
      draft.checkpoint = signedCheckpoint(thief, headOf(draft));
    }),
  ),
  attack(
    'T20',
    'another size',
    ['size-altered'],
    onCheckpoint((note, dice) => {
      const [name, size, root] = note.split('\n');
      return withText(note, [name!, String(Number(size) + 1 + dice.at(5)), root!]);
    }),
  ),
  attack(
    'T21',
    'the signature of another log',
    ['signature-missing', 'signature-wrong'],
    onDraft((draft, dice) => {
      const other = keyPair(dice.rng() < 0.5 ? origin : 'log.example/other');
      const own = signaturesOf(draft.checkpoint)[0]!;
      const line = formatSignature(
        signatureOf(other, `${draft.checkpoint.split('\n').slice(0, 3).join('\n')}\n`),
      ).trimEnd();
      // Under the id of our own key, where it has our name.
      const [mine, theirs] = [own, line].map(each => Buffer.from(each.split(' ')[2]!, 'base64'));
      const forged = Buffer.concat([mine!.subarray(0, 4), theirs!.subarray(4)]).toString('base64');
      draft.checkpoint = withSignatures(draft.checkpoint, [
        line.includes(`${origin} `) ? `— ${origin} ${forged}` : line,
      ]);
    }),
  ),
  attack(
    'T22',
    'a cosignature stripped',
    ['cosignatures-missing'],
    onDraft((draft, dice, evidence) => {
      const [own, ...cosigned] = signaturesOf(draft.checkpoint);
      cosigned.splice(dice.at(cosigned.length), 1);
      draft.checkpoint = withSignatures(draft.checkpoint, [own!, ...cosigned]);
      return { policy: policyFor(evidence) };
    }),
  ),
  attack(
    'T22',
    'a cosignature forged',
    ['cosignature-wrong'],
    onDraft((draft, dice, evidence) => {
      const [own, ...cosigned] = signaturesOf(draft.checkpoint);
      const at = dice.at(cosigned.length);
      const [dash, name, encoded] = cosigned[at]!.split(' ');
      const forged = Buffer.from(encoded!, 'base64');
      forged[20 + dice.at(50)]! ^= 1 << dice.at(8);
      cosigned[at] = `${dash} ${name} ${forged.toString('base64')}`;
      draft.checkpoint = withSignatures(draft.checkpoint, [own!, ...cosigned]);
      return { policy: policyFor(evidence) };
    }),
  ),
  attack(
    'T23',
    'cosignatures of long ago',
    ['cosignatures-stale'],
    onDraft((_, dice, evidence) => ({ policy: policyFor(evidence), maxAge: 1 + dice.at(50) })),
  ),
  attack(
    'T24',
    'a checkpoint written in another way',
    ['checkpoint-malformed'],
    onCheckpoint((note, dice) => dice.pick(otherWays)(note)),
  ),
  attack(
    'T28',
    'a size beyond 2^53',
    ['number-too-large'],
    onCheckpoint((note, dice) => {
      const [name, , root] = note.split('\n');
      return withText(note, [name!, String(2n ** 53n + BigInt(dice.at(1000))), root!]);
    }),
  ),
];

function policyFor({ witnesses }: Evidence): Policy {
  const policy = parsePolicy(sha256, policyOf(witnesses, witnesses.length));
  if ('fault' in policy) throw new Error(policy.fault);
  return policy;
}

const otherWays: ((note: string) => string)[] = [
  note => note.replace(/\n(\d+)\n/, '\n0$1\n'),
  note => note.replace(/\n(\d+)\n/, '\n+$1\n'),
  note => note.replace('\n\n', '\nan extension\n\n'),
  note => note.replaceAll('\n', '\r\n'),
  note => `${note}\n`,
  note => note.trimEnd(),
  note => note.replace('=\n\n', '\n\n'),
  note => note.replace(/(.)=\n\n/, (_, last: string) => `${nextDigit(last)}=\n\n`),
  note => note.replace('— ', '- '),
];

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** The same bytes to a careless reader: only bits that are thrown away differ. */
const nextDigit = (digit: string): string => alphabet[alphabet.indexOf(digit) + 1]!;

/** Signs whatever it is shown: what follows finds only who reads what it says. */
const signedAnew = (change: (draft: Draft, dice: Dice, evidence: Evidence) => void) =>
  onDraft((draft, dice, evidence) => {
    change(draft, dice, evidence);
    refold(rebuild(draft));
    draft.checkpoint = signedCheckpoint(evidence.second, headOf(draft), evidence.witnesses);
  });

/** Entries whose very bytes are ill-formed, leaves and checkpoint made to fit. */
const illFormed = (change: (text: string, said: Said) => string) =>
  onDraft((draft, dice, { second }) => {
    const entry = draft.entries[dice.pick(places(draft, ofProposal))]!;
    entry.bytes = Buffer.from(change(entry.bytes.toString(), entry.said));
    draft.leaves[draft.entries.indexOf(entry)] = leafOf(entry.bytes);
    draft.checkpoint = signedCheckpoint(second, headOf(draft));
  });

const forms: Attack[] = [
  attack(
    'T27',
    'a key twice',
    ['not-canonical'],
    illFormed(text => text.replace('"type":', '"type":"CommentMade","type":')),
  ),
  attack(
    'T27',
    'a number as a fraction',
    ['not-canonical'],
    illFormed((text, said) => text.replace(`"sequence":${said.sequence},`, `"sequence":${said.sequence}.0,`)),
  ),
  attack(
    'T27',
    'a number with an exponent',
    ['not-canonical'],
    illFormed((text, said) => text.replace(`"sequence":${said.sequence},`, `"sequence":${said.sequence}e0,`)),
  ),
  attack(
    'T27',
    'an escape that need not be',
    ['not-canonical'],
    illFormed(text => text.replace('"type"', '"\\u0074ype"')),
  ),
  attack(
    'T27',
    'a space',
    ['not-canonical'],
    illFormed(text => text.replace(',"type"', ', "type"')),
  ),
  attack(
    'T27',
    'words in the other Unicode form',
    ['words-altered'],
    onDraft((draft, dice) => {
      const worded = draft.entries
        .flatMap(({ words }) => words)
        .filter(({ words }) => words !== words.normalize('NFD'));
      const one = dice.pick(worded);
      one.words = one.words.normalize('NFD');
    }),
  ),
  attack(
    'T28',
    'a number beyond 2^53',
    ['number-too-large'],
    illFormed((text, said) =>
      text.replace(`"sequence":${said.sequence},`, `"sequence":900719925474099${said.sequence}111,`),
    ),
  ),
];

const isApproval = ({ type, payload }: Said): boolean =>
  type === 'DecisionRecorded' && payload.outcome.startsWith('APPROVED');

const semantics: Attack[] = [
  attack(
    'T29',
    'a definition replaced under its name',
    ['definition-altered'],
    signedAnew((draft, dice) => {
      const at = dice.pick(
        places(draft, ({ type, payload }) => type === 'DefinitionPublished' && payload.key !== 'urgent'),
      );
      edit(draft, at, said => {
        const { definition } = said.payload;
        if (dice.rng() < 0.5) definition.signOffs.pop();
        else definition.signOffs[0].roles = ['analyst'];
      });
    }),
  ),
  attack(
    'T29',
    'a definition replaced, its digest with it',
    ['definition-altered'],
    signedAnew((draft, dice) => {
      const at = dice.pick(
        places(draft, ({ type, payload }) => type === 'DefinitionPublished' && payload.key !== 'urgent'),
      );
      edit(draft, at, ({ payload }) => {
        payload.definition.signOffs.splice(dice.at(3), 1);
        payload.digest = canonicalDigest(payload.definition);
      });
    }),
  ),
  attack(
    'T29',
    'a catalogue replaced under its name',
    ['definition-altered'],
    signedAnew((draft, dice) => {
      const at = places(draft, ({ type }) => type === 'CataloguePublished')[0]!;
      edit(
        draft,
        at,
        ({ payload }) => (dice.pick(payload.catalogue.questions.privacyRisk as any[]).blocking = 'never'),
      );
    }),
  ),
  attack(
    'T30',
    'a row that says approved',
    ['state-differs'],
    onDraft((draft, dice) => {
      const row = dice.pick(draft.state.filter(each => !each['state'].startsWith('APPROVED')));
      row['state'] = row['content'].state = 'APPROVED';
    }),
  ),
  attack(
    'T30',
    'a row that is gone',
    ['state-differs'],
    onDraft((draft, dice) => void draft.state.splice(dice.at(draft.state.length), 1)),
  ),
  attack(
    'T30',
    'a row that knows more',
    ['state-differs'],
    onDraft((draft, dice) => {
      dice.pick(draft.state)['lastSequence'] += 1;
    }),
  ),
  attack(
    'T31',
    'words gone without an erasure',
    ['words-lost'],
    onDraft((draft, dice) => {
      const { words } = dice.pick(draft.entries.filter(each => each.words.length > 0));
      words.splice(dice.at(words.length), 1);
      refold(draft);
    }),
  ),
  attack(
    'T31',
    'words gone from beside the row as well',
    ['words-lost'],
    onDraft((draft, dice) => {
      const { words } = dice.pick(draft.entries.filter(each => each.words.length > 0));
      words.splice(dice.at(words.length), 1);
    }),
  ),
  attack(
    'T31',
    'another salt',
    ['words-altered'],
    onDraft((draft, dice) => {
      const one = dice.pick(draft.entries.flatMap(({ words }) => words));
      const salt = Buffer.from(one.salt, 'base64');
      salt[dice.at(32)]! ^= 1 << dice.at(8);
      one.salt = salt.toString('base64');
    }),
  ),
  attack(
    'T32',
    'the author approves',
    ['history-unlawful'],
    signedAnew((draft, dice) => {
      const decision = dice.pick(draft.entries.filter(({ said }) => isApproval(said)));
      const author = historyOf(draft, decision)[0]!.said.by.person;
      giveRole(draft, author, 'approver', decision.said.by.organisation);
      decision.said.by.person = author;
    }),
  ),
  attack(
    'T32',
    'one person gives two that may not meet',
    ['history-unlawful'],
    signedAnew((draft, dice) => {
      const decision = dice.pick(draft.entries.filter(({ said }) => isApproval(said)));
      const [purpose, proportionality] = ['purpose', 'proportionality'].map(key =>
        givenIn(draft, decision, key).at(-1)!,
      );
      const { person, organisation } = proportionality!.said.by;
      giveRole(draft, person, 'data_steward', organisation);
      purpose!.said.by.person = person;
    }),
  ),
  attack(
    'T32',
    'a sign-off that was never given',
    ['history-unlawful'],
    signedAnew((draft, dice) => {
      const decision = dice.pick(draft.entries.filter(({ said }) => isApproval(said)));
      const keys = ['purpose', 'proportionality', 'privacy_risk'].filter(
        key => givenIn(draft, decision, key).length === 1,
      );
      const [gone] = givenIn(draft, decision, dice.pick(keys));
      const history = historyOf(draft, decision);
      for (const { said } of history.slice(history.indexOf(gone!) + 1)) said.version! -= 1;
      draft.entries.splice(draft.entries.indexOf(gone!), 1);
    }),
  ),
  attack(
    'T32',
    'a role that nobody had given',
    ['history-unlawful'],
    signedAnew((draft, dice) => {
      edit(
        draft,
        dice.pick(places(draft, ({ type }) => type === 'SignOffGiven' || type === 'DecisionRecorded')),
        said => (said.by.person = randomUUID()),
      );
    }),
  ),
  attack(
    'T32',
    'approved is another content than was judged',
    ['history-unlawful'],
    signedAnew((draft, dice) => {
      edit(
        draft,
        dice.pick(places(draft, isApproval)),
        said => (said.payload.content = toHex(sha256(Buffer.from(String(dice.rng()))))),
      );
    }),
  ),
  attack(
    'T32',
    'work given to somebody who may not do it',
    ['history-unlawful'],
    signedAnew((draft, dice) => {
      edit(
        draft,
        dice.pick(places(draft, isTaken)),
        ({ payload: { to } }) => (to.role = dice.pick(['approver', 'partner'])),
      );
    }),
  ),
  attack(
    'T32',
    'a question gone through twice, or more of them than there were',
    ['history-unlawful'],
    signedAnew((draft, dice) => {
      edit(draft, dice.pick(places(draft, isGoneThrough)), ({ payload: { checklist } }) => {
        if (dice.rng() < 0.5) checklist.answers.push({ ...checklist.answers[0], answer: 'NO' });
        else checklist.total = checklist.answers.length - 1;
      });
    }),
  ),
  attack(
    'T29',
    'a checklist of other questions than were published',
    ['definition-altered'],
    signedAnew((draft, dice) => {
      edit(
        draft,
        dice.pick(places(draft, isGoneThrough)),
        ({ payload }) => (payload.checklist.catalogue.digest = toHex(sha256(Buffer.from(String(dice.rng()))))),
      );
    }),
  ),
  attack(
    'T32',
    'a sign-off left standing past a change',
    ['history-unlawful'],
    signedAnew((draft, dice) => {
      const rests = /^(purposes|dataItems|recipients|retention|transferRoute|risks|alternatives|answers|conflict)/;
      const isByChange = ({ type, payload }: Said): boolean =>
        type === 'SignOffMadeStale' && payload.staleBecause.some((each: string) => rests.test(each));
      draft.entries.splice(dice.pick(places(draft, isByChange)), 1);
    }),
  ),
];

const isTaken = ({ type, payload }: Said): boolean => type === 'TaskAssigned' && payload.to !== null;
const isGoneThrough = ({ payload }: Said): boolean => payload.checklist !== undefined;
const isErasure = ({ type }: Said): boolean => type === 'WordsErased';
const isOfName = (said: Said): boolean => isErasure(said) && said.stream === 'directory';
const erasuresIn = (draft: Draft, wanted: (said: Said) => boolean = isErasure) =>
  draft.entries.filter(({ said }) => wanted(said));
const worded = (draft: Draft, wanted: (said: Said) => boolean) =>
  draft.entries.filter(({ said, words }) => words.length > 0 && wanted(said));

const erasures: Attack[] = [
  attack(
    'T31',
    'other words gone than the erasure names',
    ['words-lost'],
    onDraft((draft, dice) => {
      const { stream } = dice.pick(erasuresIn(draft)).said;
      const { words } = dice.pick(worded(draft, said => said.stream === stream));
      words.splice(dice.at(words.length), 1);
      refold(draft);
    }),
  ),
  attack(
    'T31',
    'words gone from the same place of another proposal',
    ['words-lost'],
    onDraft((draft, dice) => {
      const { stream, payload } = dice.pick(erasuresIn(draft, said => isErasure(said) && ofProposal(said))).said;
      const { sequence, paths } = payload.erased[0];
      const there = worded(draft, said => ofProposal(said) && said.stream !== stream && said.sequence === sequence);
      const other = dice.pick(there.filter(({ words }) => words.some(({ path }) => path === paths[0])));
      other.words = other.words.filter(({ path }) => path !== paths[0]);
      refold(draft);
    }),
  ),
  attack('T31', 'words that were erased put back', ['words-kept'], (evidence, dice) => {
    const draft = takeApart(evidence.files);
    const before = takeApart(evidence.earlier.files).entries;
    const gone = before.filter(({ index, words }) => words.length > draft.entries[index]!.words.length);
    const { index, words } = dice.pick(gone);
    draft.entries[index]!.words = words;
    if (dice.rng() < 0.5) refold(draft);
    return { files: putTogether(draft) };
  }),
  attack(
    'T31',
    'the entry of an erasure taken out',
    ['words-lost'],
    signedAnew((draft, dice) => {
      const gone = dice.pick(erasuresIn(draft, isOfName));
      draft.entries.splice(draft.entries.indexOf(gone), 1);
    }),
  ),
  attack(
    'T31',
    'an erasure that comes to name something else',
    ['words-lost'],
    signedAnew((draft, dice) => {
      const { said } = dice.pick(erasuresIn(draft, isOfName));
      const others = worded(draft, ({ stream, sequence }) => stream === said.stream && sequence < said.sequence);
      const other = dice.pick(others.filter(each => each.said.payload.personId !== said.by.person));
      said.payload.erased = [{ stream: said.stream, sequence: other.said.sequence, paths: [''] }];
      other.words = [];
    }),
  ),
  attack(
    'T32',
    'words erased by the author',
    ['history-unlawful'],
    signedAnew((draft, dice) => {
      const erasure = dice.pick(erasuresIn(draft, said => isErasure(said) && ofProposal(said)));
      const author = historyOf(draft, erasure)[0]!.said.by;
      const role = dice.pick(['analyst', 'privacy_officer']);
      if (role === 'privacy_officer') giveRole(draft, author.person, role, author.organisation);
      for (const { said } of historyOf(draft, erasure))
        if (said.command === erasure.said.command) said.by = { ...author, role };
    }),
  ),
  attack(
    'T32',
    'a sign-off left standing past an erasure',
    ['history-unlawful'],
    signedAnew((draft, dice) => {
      const commands = erasuresIn(draft).map(({ said }) => said.command);
      const fallen = ({ type, command }: Said): boolean => type === 'SignOffMadeStale' && commands.includes(command);
      draft.entries.splice(dice.pick(places(draft, fallen)), 1);
    }),
  ),
  attack(
    'T32',
    'one’s own name erased',
    ['history-unlawful'],
    signedAnew((draft, dice) => {
      const { said } = dice.pick(erasuresIn(draft, isOfName));
      const own = ({ type, payload }: Said): boolean => type === 'PersonAdded' && payload.personId === said.by.person;
      const [entry] = draft.entries.filter(each => own(each.said));
      said.payload.erased.push({ stream: said.stream, sequence: entry!.said.sequence, paths: [''] });
      entry!.words = [];
    }),
  ),
  attack(
    'T32',
    'words of another proposal erased from here',
    ['history-unlawful'],
    signedAnew((draft, dice) => {
      const { said } = dice.pick(erasuresIn(draft, each => isErasure(each) && ofProposal(each)));
      const other = dice.pick(worded(draft, each => ofProposal(each) && each.stream !== said.stream));
      const [gone] = other.words.splice(dice.at(other.words.length), 1);
      said.payload.erased.push({ stream: other.said.stream, sequence: other.said.sequence, paths: [gone!.path] });
    }),
  ),
  attack(
    'T32',
    'words erased in Assent’s name, or where nobody erases',
    ['history-unlawful'],
    signedAnew((draft, dice) => {
      const { said } = dice.pick(erasuresIn(draft));
      const other = dice.pick(worded(draft, ofProposal));
      const [gone] = other.words.splice(dice.at(other.words.length), 1);
      const erased = [{ stream: other.said.stream, sequence: other.said.sequence, paths: [gone!.path] }];
      const stream = dice.pick(['erasures', 'audit', 'ledger']);
      const { proposal: _, version: __, ...rest } = said;
      const forged: Said = {
        ...rest,
        ...{ stream, id: randomUUID(), command: randomUUID(), payload: { type: 'WordsErased', erased } },
      };
      draft.entries.push({ index: draft.entries.length, said: forged, bytes: bytesOf(forged), words: [] });
    }),
  ),
];

const historyOf = ({ entries }: Draft, { said }: Draft['entries'][number]) =>
  entries.filter(each => each.said.stream === said.stream);

const givenIn = (draft: Draft, decision: Draft['entries'][number], key: string) =>
  historyOf(draft, decision).filter(({ said }) => said.type === 'SignOffGiven' && said.payload.signOff === key);

/** Somebody has a role from the very first: an entry more of the directory. */
function giveRole(draft: Draft, personId: string, role: string, organisationId: string): void {
  const at = places(draft, ({ type }) => type === 'RoleAssigned')[0]!;
  const said = structuredClone(draft.entries[at]!.said);
  Object.assign(said, {
    id: randomUUID(),
    payload: { ...said.payload, personId, role, organisationId, assignmentId: randomUUID() },
  });
  draft.entries.splice(at + 1, 0, { index: at, said, bytes: bytesOf(said), words: [] });
}

export const attacks: Attack[] = [...bytes, ...anchored, ...checkpoints, ...forms, ...semantics, ...erasures];
