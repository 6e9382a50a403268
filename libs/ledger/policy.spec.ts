// Policies of witnesses: when a quorum is met, and what is refused rather than understood in some way.
import { describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { algorithms, formatKey, meetsQuorum, parsePolicy, type Algorithm, type Policy } from './index.js';
import { sha256 } from './testing/naive-tree.js';

const key = (name: string, algorithm: Algorithm = algorithms.cosignature): string => {
  const { x = '' } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  return formatKey(sha256, { name, algorithm, publicKey: Buffer.from(x, 'base64url') });
};
const parsed = (text: string): Policy => {
  const policy = parsePolicy(sha256, text);
  if ('fault' in policy) throw new Error(`line ${policy.line}: ${policy.fault}`);
  return policy;
};

const example = `
# Two of one house and one of the other.
log ${key('example.org/log', algorithms.ed25519)} https://log.example.org

witness X1 ${key('x1')}\thttps://x1.example.org
witness X2 ${key('x2')}
  witness X3 ${key('x3')}
group X-witnesses 2 X1 X2 X3
witness Y1 ${key('y1')}
witness Y2 ${key('y2')}
group Y-witnesses any Y1 Y2
group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
`;

describe('A policy', () => {
  it('names logs and witnesses, with their addresses where it has them', () => {
    const { logs, witnesses } = parsed(example);
    expect(logs).toMatchObject([{ name: 'example.org/log', url: 'https://log.example.org' }]);
    expect(witnesses.map(({ name, url }) => [name, url ?? ''])).toEqual([
      ['X1', 'https://x1.example.org'],
      ...['X2', 'X3', 'Y1', 'Y2'].map(name => [name, '']),
    ]);
  });

  it.each([
    ['', false],
    ['X1 X2', false],
    ['X1 Y1', false],
    ['X1 X3 Y2', true],
    ['X1 X2 X3 Y1 Y2', true],
    ['Y1 Y2 Z', false],
  ])('is met by %s: %s', (cosigned, isMet) => {
    expect(meetsQuorum(parsed(example), new Set(cosigned.split(' ')))).toBe(isMet);
  });

  it('may ask for one witness, or for none', () => {
    const one = parsed(`witness W ${key('w')}\nquorum W`);
    expect([meetsQuorum(one, new Set()), meetsQuorum(one, new Set(['W']))]).toEqual([false, true]);
    expect(meetsQuorum(parsed('quorum none'), new Set())).toBe(true);
  });
});

const [w1, w2, l1] = [key('w1'), key('w2'), key('l1', algorithms.ed25519)];
const renamed = (text: string): string => {
  const bytes = Buffer.from(text.split('+').slice(2).join('+'), 'base64').subarray(1);
  return formatKey(sha256, { name: 'renamed', algorithm: algorithms.cosignature, publicKey: bytes });
};

describe('A policy is refused, with its line, that', () => {
  it.each([
    ['has no quorum', `witness A ${w1}`, 1],
    ['has two', 'quorum none\nquorum none', 2],
    ['begins a line with something else', 'quorum none\nfriend A', 2],
    ['has a log with a witness’s key', `log ${w1}\nquorum none`, 1],
    ['has a witness with a log’s key', `witness A ${l1}\nquorum none`, 1],
    ['has a key that is none', 'witness A nothing\nquorum none', 1],
    ['has words after an address', `witness A ${w1} https://a b\nquorum none`, 1],
    ['has a log twice', `log ${l1}\nlog ${l1}\nquorum none`, 2],
    ['has a witness twice, under two names', `witness A ${w1}\nwitness B ${renamed(w1)}\nquorum A`, 2],
    ['has a name twice', `witness A ${w1}\nwitness A ${w2}\nquorum A`, 2],
    ['calls a witness none', `witness none ${w1}\nquorum none`, 1],
    ['calls a group like a witness', `witness A ${w1}\ngroup A 1 A\nquorum A`, 2],
    ['names what comes later', `group G 1 A\nwitness A ${w1}\nquorum G`, 1],
    ['has a member in two groups', `witness A ${w1}\ngroup G 1 A\ngroup H 1 A\nquorum G`, 3],
    ['has none as a member', 'group G 1 none\nquorum G', 1],
    ['has a group of nobody', 'group G all\nquorum G', 1],
    ['asks for more than there are', `witness A ${w1}\ngroup G 2 A\nquorum G`, 2],
    ['asks for none of them', `witness A ${w1}\ngroup G 0 A\nquorum G`, 2],
    ['asks in leading zeros', `witness A ${w1}\ngroup G 01 A\nquorum G`, 2],
    ['has a quorum that nothing defines', 'quorum A', 1],
    ['has a carriage return', 'quorum none\r', 1],
  ])('%s', (_, text, line) => {
    expect(parsePolicy(sha256, text)).toEqual({ fault: expect.any(String), line });
  });
});
