// The witness, request by request, as c2sp.org/tlog-witness words it: what it cosigns, and with which status it answers all else.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checking, sha256, signerOf, type Signer } from '#keys';
import {
  algorithms,
  formatCheckpoint,
  formatNote,
  parseNote,
  signedBy,
  signText,
  timeOfCosignature,
  toBase64,
} from '#ledger';
import { naiveConsistency, naiveRoot } from '../../libs/ledger/testing/naive-tree.js';
import { openHome } from './home.js';
import { serve, type Served } from './server.js';
import { Witness, type Answer } from './witness.js';

const origin = 'example.org/log';
const signer = (name = origin): Signer => signerOf(generateKeyPairSync('ed25519').privateKey, name, algorithms.ed25519);
const log = signer();
const entries = (count: number, branch = ''): Buffer[] =>
  Array.from({ length: count }, (_, index) => Buffer.from(`${index}${index < 5 ? '' : branch}`));

interface Told {
  old: number;
  size: number;
  branch?: string;
  by?: Signer;
  proof?: Buffer[];
}

/** What a log sends. `branch`: the tree differs from the sixth entry on. */
function body({ old, size, branch, by = log, proof }: Told): string {
  const tree = entries(size, branch);
  const path = proof ?? (old === 0 || old >= size ? [] : naiveConsistency(old, tree));
  const text = formatCheckpoint({ origin: by.key.name, size, root: naiveRoot(tree) });
  const note = formatNote({ text, signatures: [signText(sha256, by.key, by.sign, text)] });
  return [`old ${old}`, ...path.map(toBase64), '', note].join('\n');
}

let folder: string;
let alarms: string[];
beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'assent-witness-'))));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => void (alarms = []));

let opened = 0;
const witnessOf = (home = `home-${(opened += 1)}`) => {
  const open = openHome(path.join(folder, home), 'witness.example.org');
  return { home: open, witness: new Witness([log.key], open, words => void alarms.push(words)) };
};
const ask = (told: Told, { witness } = witnessOf()): Answer => witness.addCheckpoint(body(told), 1_700_000_000);

describe('A checkpoint that follows on what was seen', () => {
  it('is cosigned with the time, by a signature that holds over the very note', () => {
    const own = witnessOf();
    for (const [old, size] of [
      [0, 3],
      [3, 3],
      [3, 8],
      [8, 13],
    ] as const) {
      const answer = ask({ old, size }, own);
      expect(answer.status).toBe(200);
      const note = parseNote(body({ old, size }).split('\n\n').slice(1).join('\n\n') + answer.body);
      expect(signedBy(checking, note!, own.home.signer.key)).toBe('valid');
      expect(timeOfCosignature(note!.signatures[1]!.bytes)).toBe(1_700_000_000);
    }
    expect(alarms).toEqual([]);
  });

  it('is remembered before it is answered, over every start', () => {
    const first = witnessOf('kept');
    ask({ old: 0, size: 8 }, first);
    first.home.close();
    const second = witnessOf('kept');
    expect(second.home.signer.verifier).toBe(first.home.signer.verifier);
    expect(ask({ old: 0, size: 3 }, second)).toEqual({ status: 409, body: '8\n', type: 'text/x.tlog.size' });
    expect(ask({ old: 8, size: 9 }, second).status).toBe(200);
    second.home.close();
  });
});

describe('It answers', () => {
  it('409 with its own size where the log takes it to know another one', () => {
    const own = witnessOf();
    ask({ old: 0, size: 8 }, own);
    for (const old of [0, 3, 9])
      expect(ask({ old, size: 10 }, own)).toEqual({ status: 409, body: '8\n', type: 'text/x.tlog.size' });
  });

  it('409 to another tree of the same size, 422 to one that does not follow, and cosigns neither branch again', () => {
    const own = witnessOf();
    ask({ old: 0, size: 8 }, own);
    expect(ask({ old: 8, size: 8, branch: 'fork' }, own).status).toBe(409);
    expect(ask({ old: 8, size: 12, branch: 'fork' }, own).status).toBe(422);
    expect(alarms).toHaveLength(2);
    expect(alarms.join()).toContain('signed two trees of 8 entries');
    expect(ask({ old: 8, size: 12 }, own).status).toBe(200);
  });

  it('422 to a proof that is short, long, in another order, or there where none is due', () => {
    const own = witnessOf();
    const right = naiveConsistency(5, entries(12));
    expect(ask({ old: 0, size: 5, proof: right }, own).status).toBe(422);
    ask({ old: 0, size: 5 }, own);
    for (const proof of [[], right.slice(1), [...right, right[0]!], [...right].reverse()])
      expect(ask({ old: 5, size: 12, proof }, own).status).toBe(422);
    expect(ask({ old: 5, size: 12, proof: right }, own).status).toBe(200);
  });

  it('400 to an old size beyond the checkpoint’s, 403 to a signature of nobody it knows, 404 to another log', () => {
    expect(ask({ old: 4, size: 3 }).status).toBe(400);
    expect(ask({ old: 0, size: 3, by: signer() }).status).toBe(403);
    expect(ask({ old: 0, size: 3, by: signer('example.org/other') }).status).toBe(404);
    const { witness } = witnessOf();
    const altered = body({ old: 0, size: 3 }).replace('\n3\n', '\n4\n');
    expect(witness.addCheckpoint(altered, 1).status).toBe(403);
  });

  it.each([
    ['nothing', ''],
    ['no old size', body({ old: 0, size: 3 }).replace('old 0\n', '')],
    ['leading zeros', body({ old: 0, size: 3 }).replace('old 0', 'old 00')],
    ['a negative size', body({ old: 0, size: 3 }).replace('old 0', 'old -1')],
    ['a size that is no safe integer', body({ old: 0, size: 3 }).replace('old 0', 'old 9007199254740993')],
    ['a proof of words', body({ old: 0, size: 3 }).replace('old 0', 'old 0\nwords')],
    ['64 hashes', body({ old: 0, size: 3, proof: Array<Buffer>(64).fill(naiveRoot([])) })],
    ['no signature', body({ old: 0, size: 3 }).split('\u2014')[0]!],
    ['carriage returns', body({ old: 0, size: 3 }).replaceAll('\n', '\r\n')],
  ])('400 to %s', (_, text) => {
    expect(witnessOf().witness.addCheckpoint(text, 1).status).toBe(400);
  });

  it('for a root of the empty tree that is none: no cosignature', () => {
    const text = formatCheckpoint({ origin, size: 0, root: naiveRoot(entries(1)) });
    const note = formatNote({ text, signatures: [signText(sha256, log.key, log.sign, text)] });
    expect(witnessOf().witness.addCheckpoint(`old 0\n\n${note}`, 1).status).toBe(409);
  });
});

describe('Its folder', () => {
  it('is for one witness at a time, and its key for its owner', () => {
    const { home } = witnessOf('alone');
    expect(() => witnessOf('alone')).toThrow('Another witness runs');
    home.close();
    expect(statSync(path.join(folder, 'alone', 'key.pem')).mode & 0o777).toBe(0o600);
  });

  it.each(['gone', 'cut'])('is refused when what was seen is %s', how => {
    const { home } = witnessOf(how);
    home.close();
    const file = path.join(folder, how, 'seen.json');
    if (how === 'gone') rmSync(file);
    else writeFileSync(file, '{"logs":[{"origin":"example.org/log"');
    expect(() => witnessOf(how)).toThrow('it is not known what was cosigned');
  });
});

describe('Over HTTP', () => {
  let served: Served;
  let own: ReturnType<typeof witnessOf>;
  beforeAll(async () => {
    own = witnessOf();
    served = await serve({ witness: own.witness, verifier: own.home.signer.verifier, port: 0, host: '127.0.0.1' });
  });
  afterAll(() => served.close());
  const post = (text: string) => fetch(`${served.address}/add-checkpoint`, { method: 'POST', body: text });

  it('it tells its key, cosigns, and says in which form a size comes', async () => {
    expect(await (await fetch(served.address)).text()).toBe(`${own.home.signer.verifier}\n`);
    expect((await post(body({ old: 0, size: 6 }))).status).toBe(200);
    const conflict = await post(body({ old: 0, size: 7 }));
    expect([conflict.status, conflict.headers.get('content-type'), await conflict.text()]).toEqual([
      ...[409, 'text/x.tlog.size'],
      '6\n',
    ]);
  });

  it('of requests at the same moment only one follows on the same size', async () => {
    const answers = await Promise.all([7, 8, 9, 10].map(size => post(body({ old: 6, size }))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('what is too long is not read to its end, and other doors there are none', async () => {
    expect((await post('x'.repeat(40_000))).status).toBe(400);
    expect((await fetch(`${served.address}/seen.json`)).status).toBe(404);
    expect((await fetch(`${served.address}/add-checkpoint`)).status).toBe(404);
  });
});
