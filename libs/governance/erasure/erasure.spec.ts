// Who may erase what, which words an erasure takes, and what it does to sign-offs that rested on them.
import { describe, expect, it } from '@jest/globals';
import {
  actorOf,
  approved,
  awaitingDecision,
  declareConflict,
  founded,
  giveRole,
  handOverProposal,
  inReview,
  must,
  newPerson,
  person,
  proposalAfter,
  type Journey,
  type Who,
} from '../../../test/builders/index.js';
import { catalogue } from '../catalogue/index.js';
import { isProblem } from '../problems.js';
import type { Proposal } from '../proposal/proposal.js';
import { checkErasure, type EraseWords } from './erase-words.js';
import { readErased } from './events.js';
import { judgeErasure, judgeNameErasure, shakenByErasure, wordsErased } from './judge-erasure.js';

import { textsErased, type WordedEntry, type WordedStream } from './places.js';

const entry = (sequence: number, places: Record<string, string | null>, audience = 'PARTIES'): WordedEntry => ({
  id: `e-${sequence}`,
  sequence,
  audience,
  places: Object.entries(places).map(([path, words]) => ({ path, words })),
});

const name = '{"statement":"Mary Smith, of 12 Kōwhai Street"}';
const words: WordedStream = {
  stream: 'proposal:1',
  entries: [
    entry(1, { '/title': '{"text":"Visits"}', '/dossier/purposes/0': name, '/dossier/purposes/1': null }),
    entry(2, {}),
    entry(3, { '/dossier/purposes/saved/0': name }),
    entry(4, { '': name }, 'REVIEWERS'),
    entry(5, { '': null }),
  ],
};

const command = (more: object = {}): EraseWords => {
  const read = checkErasure({ entryId: 'e-1', authority: 'IPP 7', reason: 'Not ours to hold.', ...more });
  if (isProblem(read)) throw new Error(JSON.stringify(read));
  return read;
};

const judged = (who: Who, more: object = {}, ...past: Journey[]) =>
  judgeErasure(command(more), words, { actor: actorOf(who), proposal: proposalAfter(...past) });
const places = (more: object) => {
  const outcome = judged('privacy_officer', more);
  return isProblem(outcome) ? outcome : outcome.erased.map(({ sequence, paths }) => [sequence, paths]);
};

describe('Words are erased', () => {
  it('by a privacy officer of the lead organisation, in that role, in any state', () => {
    const by = { personId: 'privacy_officer', organisationId: 'lead', role: 'privacy_officer' };
    for (const past of [[], [inReview()], [awaitingDecision()], [approved()]])
      expect(judged('privacy_officer', {}, ...past)).toMatchObject({ by });
  });

  it.each([
    'analyst',
    'analyst_2',
    'data_steward',
    'approver',
    'partner_a',
    'auditor',
    'administrator',
    'outsider',
  ] as const)('not by %s', who =>
    expect(judged(who, {}, inReview())).toMatchObject({ kind: 'DENIED', code: 'not-permitted' }),
  );

  it('not by a privacy officer elsewhere', () => {
    const other = person('other', 'elsewhere', 'privacy_officer');
    expect(judged(other, {}, inReview())).toMatchObject({ kind: 'DENIED', code: 'not-permitted' });
  });

  it('not by whoever is or was the author, nor with a conflict of interest', () => {
    const both = person('analyst', 'lead', 'analyst', 'privacy_officer');
    const breach = { kind: 'DENIED', code: 'separation-of-duties' };
    expect(judged(both)).toMatchObject(breach);
    expect(judged(both, {}, handOverProposal())).toMatchObject(breach);
    expect(judged('privacy_officer', {}, declareConflict('privacy_officer'))).toMatchObject({
      code: 'conflict-of-interest',
    });
  });

  it('only with an authority and a reason that somebody can read', () => {
    for (const [field, value] of [
      ['authority', ' '],
      ['authority', undefined],
      ['reason', '\u200B'],
      ['reason', 7],
      ['paths', []],
      ['entryId', undefined],
      ['everywhere', 'yes'],
    ] as const) {
      const sent = { entryId: 'e-1', authority: 'IPP 7', reason: 'Not ours.', [field]: value };
      expect(checkErasure(sent)).toMatchObject({ kind: 'INVALID', faults: [{ path: field }] });
    }
  });
});

describe('What goes', () => {
  it('is all that is left of the entry, or the places named', () => {
    expect(places({})).toEqual([[1, ['/title', '/dossier/purposes/0']]]);
    expect(places({ paths: ['/title'] })).toEqual([[1, ['/title']]]);
    expect(places({ paths: ['/title', '/dossier/purposes/1'] })).toEqual([[1, ['/title']]]);
    expect(places({ entryId: 'e-4', paths: [''] })).toEqual([[4, ['']]]);
  });

  it('is, everywhere, also where the very same words stand in the stream', () => {
    const named = { paths: ['/dossier/purposes/0'] };
    expect(places(named)).toEqual([[1, ['/dossier/purposes/0']]]);
    expect(places({ ...named, everywhere: true })).toEqual([
      [1, ['/dossier/purposes/0']],
      [3, ['/dossier/purposes/saved/0']],
      [4, ['']],
    ]);
  });

  it('is nothing where the entry never had words, and where they are gone', () => {
    expect(places({ paths: ['/title', '/no'] })).toMatchObject({
      kind: 'INVALID',
      faults: [{ path: 'paths.1', code: 'unknown-path' }],
    });
    const gone = { kind: 'BLOCKED', code: 'already-erased' };
    expect(places({ paths: ['/dossier/purposes/1'] })).toMatchObject({ ...gone, blockers: [{ subject: 'entry:e-1' }] });
    expect(places({ entryId: 'e-2' })).toMatchObject(gone);
    expect(places({ entryId: 'e-5', everywhere: true })).toMatchObject(gone);
  });

  it('is told to those only who saw it: an erasure among reviewers is theirs', () => {
    const said = (paths: string[], everywhere: boolean) => {
      const outcome = judged('privacy_officer', { paths, everywhere });
      if (isProblem(outcome)) throw new Error(JSON.stringify(outcome));
      return wordsErased(command(), outcome.erased, words);
    };
    expect(said(['/title'], true)).toEqual({
      ...{ type: 'WordsErased', authority: 'IPP 7', reason: 'Not ours to hold.' },
      erased: [{ stream: 'proposal:1', sequence: 1, paths: ['/title'] }],
    });
    expect(said(['/dossier/purposes/0'], true)).toMatchObject({ audience: 'REVIEWERS' });
    expect(said(['/dossier/purposes/0'], false)).not.toHaveProperty('audience');
  });
});

describe('What may stand elsewhere as well', () => {
  it('is each text that goes and tells somebody apart: no scraps, and no keys of options', () => {
    const texts = { statement: 'Mary Smith', value: ['consent_given', 'Yes.'], gap: 'She left in March.' };
    const stream = { stream: 'proposal:1', entries: [entry(1, { '/a': JSON.stringify(texts), '/b': name })] };
    const erased = [{ stream: 'proposal:1', sequence: 1, paths: ['/a'] }];
    expect(textsErased(erased, stream)).toEqual(['Mary Smith', 'She left in March.']);
  });
});

describe('An entry that says an erasure', () => {
  it('is read back from its open part, and only where it names places', () => {
    const erased = [{ stream: 'directory', sequence: 3, paths: [''] }];
    expect(readErased({ erased, type: 'WordsErased', commitment: 'ab' })).toEqual(erased);
    for (const bad of [{}, { erased: [] }, { erased: [{ ...erased[0], paths: [] }] }, { erased: [{ sequence: 3 }] }])
      expect(readErased(bad)).toBeUndefined();
  });
});

describe('A sign-off that rests on words which are gone', () => {
  const withoutPurpose = (proposal: Proposal): Proposal => ({
    ...proposal,
    dossier: { ...proposal.dossier, purposes: proposal.dossier.purposes.map(({ id }) => ({ id }) as never) },
  });

  it('is stale, as after any other change of them, as long as nothing is decided', () => {
    const before = proposalAfter(awaitingDecision());
    const stale = shakenByErasure(catalogue, before, withoutPurpose(before));
    expect(stale).toMatchObject(
      ['purpose', 'proportionality', 'privacy_risk'].map(signOff => ({
        ...{ type: 'SignOffMadeStale', signOff, staleBecause: ['purposes.P-1'] },
      })),
    );
  });

  it('stays once it is decided, and where its words stay', () => {
    const decided = proposalAfter(approved());
    expect(shakenByErasure(catalogue, decided, withoutPurpose(decided))).toEqual([]);
    const before = proposalAfter(awaitingDecision());
    const untitled = { ...before, title: {} as never };
    expect(shakenByErasure(catalogue, before, untitled)).toEqual([]);
  });
});

describe('Names in the directory', () => {
  const office = [newPerson('ana'), newPerson('po'), giveRole('po', 'privacy_officer')].reduce(must, founded());
  const asked = (who: string, about?: string, more: object = {}) => {
    const { directory, at, ids } = office;
    const named = (each: WordedEntry, name?: string) => ({ ...each, ...(name ? { about: ids[name]! } : {}) });
    const [first, ...rest] = words.entries;
    // The third has the name of the first, and is about whoever administers.
    const entries = [named(first!, about), ...rest.map(each => named(each, each.sequence === 3 ? 'root' : undefined))];
    return judgeNameErasure(
      command(more),
      { ...words, entries },
      { actorId: ids[who]!, directory, at, newId: () => '' },
    );
  };

  it('are erased by administrators, in that role', () => {
    expect(asked('root', 'ana')).toMatchObject({ by: { personId: office.ids['root'], role: 'administrator' } });
    expect(asked('root')).toMatchObject({ by: { role: 'administrator' } });
  });

  it('never by anybody else, and never one’s own', () => {
    for (const who of ['po', 'ana']) expect(asked(who, 'ana')).toMatchObject({ kind: 'DENIED', code: 'not-permitted' });
    const own = { kind: 'DENIED', code: 'separation-of-duties' };
    expect(asked('root', 'root')).toMatchObject(own);
    expect(asked('root', 'ana', { everywhere: true })).toMatchObject(own);
    expect(asked('root', 'ana', { paths: ['/title'], everywhere: true })).toMatchObject({ by: {} });
  });
});
