import { generateKeyPairSync, sign as signBytes, verify as verifyBytes, createPublicKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  algorithms,
  cosignText,
  formatCheckpoint,
  formatKey,
  formatNote,
  formatProofFile,
  fromBase64,
  parseCheckpoint,
  parseKey,
  parseNote,
  parseProofFile,
  readDecimal,
  signText,
  signedBy,
  timeOfCosignature,
  toBase64,
  type SignEd25519,
  type VerifierKey,
  type VerifyEd25519,
} from '#ledger';
import { sha256 } from './testing/naive-tree.js';

const spki = Buffer.from('302a300506032b6570032100', 'hex');
const verify: VerifyEd25519 = (publicKey, message, signature) =>
  verifyBytes(
    null,
    message,
    createPublicKey({ key: Buffer.concat([spki, publicKey]), format: 'der', type: 'spki' }),
    signature,
  );
const crypto = { sha256, verify };

function keyPair(name: string, algorithm: VerifierKey['algorithm']): { key: VerifierKey; sign: SignEd25519 } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(spki.length);
  return {
    key: { name, algorithm, publicKey: Uint8Array.from(raw) },
    sign: message => signBytes(null, message, privateKey),
  };
}

const log = keyPair('assent.example/log', algorithms.ed25519);
const witness = keyPair('witness.example/w1', algorithms.cosignature);
const checkpoint = { origin: log.key.name, size: 7, root: sha256(Buffer.from('root')) };
const text = formatCheckpoint(checkpoint);
const note = formatNote({
  text,
  signatures: [
    signText(sha256, log.key, log.sign, text),
    cosignText(sha256, witness.key, witness.sign, { text, seconds: 1_790_000_000 }),
  ],
});

describe('a signed note', () => {
  it('is the published example, read and written again', () => {
    // The example of c2sp.org/signed-note.
    const example =
      'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n' +
      '— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n';
    const parsed = parseNote(example)!;
    expect(parsed.text.endsWith('ed è subito sera.\n')).toBe(true);
    expect(parsed.signatures).toMatchObject([{ name: 'quasimodo.example/salvatore', keyId: '367ba04b' }]);
    expect(formatNote(parsed)).toBe(example);
  });

  it('holds under the key that signed it, and says so of no other', () => {
    const parsed = parseNote(note)!;
    expect(signedBy(crypto, parsed, log.key)).toBe('valid');
    expect(signedBy(crypto, parsed, witness.key)).toBe('valid');
    expect(signedBy(crypto, parsed, keyPair(log.key.name, algorithms.ed25519).key)).toBe('absent');
    expect(signedBy(crypto, parsed, { ...log.key, name: 'another.example' })).toBe('absent');
    expect(signedBy(crypto, parsed, { ...log.key, algorithm: algorithms.cosignature })).toBe('absent');
  });

  it('is wrong when its text, a signature or a time was changed', () => {
    const parsed = parseNote(note)!;
    for (const key of [log.key, witness.key]) {
      expect(signedBy(crypto, { ...parsed, text: text.replace('\n7\n', '\n8\n') }, key)).toBe('wrong');
      const changed = parsed.signatures.map(({ bytes, ...rest }) => ({
        ...rest,
        bytes: bytes.map((byte, at) => (at === 7 ? byte ^ 1 : byte)),
      }));
      expect(signedBy(crypto, { ...parsed, signatures: changed }, key)).toBe('wrong');
    }
    const twice = [...parsed.signatures, { ...parsed.signatures[0]!, bytes: new Uint8Array(64) }];
    expect(signedBy(crypto, { ...parsed, signatures: twice }, log.key)).toBe('wrong');
  });

  it('tells the time of a cosignature', () => {
    const [, cosignature] = parseNote(note)!.signatures;
    expect(timeOfCosignature(cosignature!.bytes)).toBe(1_790_000_000);
    expect(timeOfCosignature(new Uint8Array(64))).toBeUndefined();
    expect(timeOfCosignature(new Uint8Array(72).fill(255))).toBeUndefined();
  });

  it.each([
    ['no signature', `${text}\n`],
    ['no blank line', note.replace('\n\n', '\n')],
    ['no newline at the end', note.slice(0, -1)],
    ['a control character', note.replace('assent', 'ass\tent')],
    ['a carriage return', note.replaceAll('\n', '\r\n')],
    ['another dash', note.replaceAll('\u2014', '-')],
    ['something between the signatures', note.replace('=\n\u2014', '=\nand\n\u2014')],
    [
      'base 64 with stray bits',
      note.replace(/(.)=\n$/, (_, last: string) => `${String.fromCharCode(last.charCodeAt(0) + 1)}=\n`),
    ],
    ['nothing', ''],
  ])('with %s is none', (_, broken) => {
    expect(broken).not.toBe(note);
    expect(parseNote(broken)).toBeUndefined();
  });
});

describe('a verifier key', () => {
  it('is read as it is written', () => {
    for (const { key } of [log, witness]) expect(parseKey(sha256, formatKey(sha256, key))).toEqual(key);
  });

  it('is refused with an id that is not its own, another algorithm or a byte missing', () => {
    const written = formatKey(sha256, log.key);
    expect(parseKey(sha256, written.replace(/\+[0-9a-f]{8}\+/, '+00000000+'))).toBeUndefined();
    expect(parseKey(sha256, written.replace('assent', 'other'))).toBeUndefined();
    expect(parseKey(sha256, written.slice(0, -4))).toBeUndefined();
    expect(parseKey(sha256, formatKey(sha256, { ...log.key, algorithm: 2 as never }))).toBeUndefined();
  });
});

describe('a checkpoint', () => {
  it('is read as it is written', () => {
    expect(parseCheckpoint(text)).toEqual(checkpoint);
    expect(formatCheckpoint(parseCheckpoint(text)!)).toBe(text);
  });

  it.each([
    text.replace('\n7\n', '\n07\n'),
    text.replace('\n7\n', '\n+7\n'),
    text.replace('\n7\n', '\n7.0\n'),
    text.replace('\n7\n', '\n9007199254740992\n'),
    text.replace('\n7\n', '\n\n'),
    `${text}extension\n`,
    text.slice(0, -1),
    `\n${text}`,
    text.replace('=\n', '\n'),
    text.replace('=\n', 'A=\n'),
  ])('is not %j', broken => expect(parseCheckpoint(broken)).toBeUndefined());
});

describe('a proof file', () => {
  const file = {
    extra: Buffer.from('{"v":1}'),
    index: 5,
    proof: [sha256(Buffer.from('a')), sha256(Buffer.from('b'))],
    checkpoint: note,
  };

  it('is read as it is written, with and without something extra', () => {
    const { extra: _, ...bare } = file;
    expect(parseProofFile(formatProofFile(file))).toEqual({
      ...file,
      extra: Uint8Array.from(file.extra),
      proof: file.proof.map(hash => Uint8Array.from(hash)),
    });
    expect(parseProofFile(formatProofFile(bare))).toEqual({
      ...bare,
      proof: bare.proof.map(hash => Uint8Array.from(hash)),
    });
    expect(parseProofFile(formatProofFile({ ...bare, proof: [] }))).toEqual({ ...bare, proof: [] });
  });

  it('is none after any change of its head', () => {
    const written = formatProofFile(file);
    for (const broken of [
      written.replace('@v1', '@v2'),
      written.replace('index 5', 'index 05'),
      written.replace('index 5\n', ''),
      written.replace('extra ', 'extra  '),
      written.replace('\n\n', '\n'),
      written.replace('index', 'extra e30=\nindex'),
    ])
      expect(parseProofFile(broken)).toBeUndefined();
  });
});

describe('the grammar of lines', () => {
  it('knows one way to write a number and one to write bytes', () => {
    fc.assert(fc.property(fc.maxSafeNat(), value => readDecimal(String(value)) === value));
    fc.assert(
      fc.property(fc.uint8Array(), bytes => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
    for (const text of ['00', '-1', '1e3', ' 1', '1 ', '', '٣']) expect(readDecimal(text)).toBeUndefined();
    for (const text of ['QQ', 'QQ=', 'QR==', 'Q Q=', '-_==', 'QQ==\n', '=']) expect(fromBase64(text)).toBeUndefined();
  });
});
