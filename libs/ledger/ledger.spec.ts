import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, commitmentTo, fromHex, hmacSha256, leafHash, toHex } from '#ledger';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('canonical JSON', () => {
  it('writes the RFC 8785 example of section 3.2.3: keys by UTF-16 code unit', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.keys(JSON.parse(canonicalJson(value)) as object)).toHaveLength(7);
    expect(canonicalJson(value)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",' +
        '"€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  it('gives equal values one text, whatever the order of their keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.integer()), value => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual({ ...value });
      }),
    );
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], ['\ud800'], [[undefined]]])('refuses %p', value => {
    expect(() => canonicalJson(value as never)).toThrow(TypeError);
  });
});

describe('leaf hash', () => {
  it.each([
    // RFC 6962 test vectors, as published with Certificate Transparency's reference implementation.
    ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    ['00', '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'],
    ['10', '0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7'],
    ['2021', '07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7'],
  ])('of %s is %s', (entry, expected) => {
    expect(toHex(leafHash(sha256, fromHex(entry)))).toBe(expected);
  });

  it('changes with every single bit', () => {
    const entry = utf8('{"v":1,"type":"SignOffGiven"}');
    const leaf = toHex(leafHash(sha256, entry));
    for (let bit = 0; bit < entry.length * 8; bit += 1) {
      const flipped = Uint8Array.from(entry);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      expect(toHex(leafHash(sha256, flipped))).not.toBe(leaf);
    }
  });
});

describe('commitment', () => {
  it('is HMAC-SHA256 as the platform computes it, for keys and messages of any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 300 }), (key, bytes) => {
        const native = createHmac('sha256', key).update(bytes).digest('hex');
        expect(toHex(hmacSha256(sha256, key, bytes))).toBe(native);
      }),
    );
  });

  it('differs by salt for the same words, and by words under the same salt', () => {
    const salt = new Uint8Array(32).fill(1);
    const other = new Uint8Array(32).fill(2);
    const words = { statement: 'In small towns a count of one is as good as a name.' };
    expect(toHex(commitmentTo(sha256, salt, words))).not.toBe(toHex(commitmentTo(sha256, other, words)));
    expect(toHex(commitmentTo(sha256, salt, words))).not.toBe(toHex(commitmentTo(sha256, salt, { statement: '' })));
  });

  it('refuses a short salt', () => {
    expect(() => commitmentTo(sha256, new Uint8Array(16), 'words')).toThrow(/32 bytes/);
  });
});

describe('hex', () => {
  it('refuses what is not lower-case hex', () => {
    expect(() => fromHex('0G')).toThrow(RangeError);
    expect(() => fromHex('abc')).toThrow(RangeError);
  });
});
