// Each attack of the catalogue, at some random places of a real exported history: found, and told for what it is. `ASSENT_PLACES` says
// at how many. And each layer is needed: without any one of them some attack goes through, or is taken for another.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kinds, layers, type FindingKind, type Layer } from '../../apps/verify/finding.js';
import { verdictOn } from '../../apps/verify/verdict.js';
import { attacks, type Attack } from './catalogue.js';
import { diceFor } from './dice-for.js';
import { gatherEvidence, type Evidence } from './evidence.js';
import { judged, type Held } from './judged.js';

const places = Number(process.env['ASSENT_PLACES'] ?? 3);

let evidence: Evidence;
beforeAll(async () => {
  evidence = await gatherEvidence();
});
afterAll(() => evidence.close());

const tried = async (attack: Attack, seed: number, more: Partial<Held> = {}): Promise<string> => {
  const { files, held } = attack.commit(evidence, diceFor(attack, seed));
  return (await judged(files, { log: evidence.first, ...held, ...more })).verdict;
};

describe.each(attacks.map(attack => [attack.id, attack.name, attack] as const))('%s, %s', (id, _, attack) => {
  it('is found and told for what it is', async () => {
    for (let seed = 1; seed <= places; seed += 1) {
      const verdict = await tried(attack, seed);
      expect([seed, attack.marks.includes(verdict) ? 'as the catalogue says' : verdict]).toEqual([
        seed,
        'as the catalogue says',
      ]);
      expect(kinds[verdict as FindingKind].attacks).toContain(id);
    }
  });
});

describe.each(attacks.filter(({ needsAnchor }) => needsAnchor).map(attack => [attack.id, attack] as const))(
  '%s, without anything that somebody kept',
  (_, attack) => {
    it('goes through, and the verdict says that it cannot exclude it', async () => {
      for (let seed = 1; seed <= places; seed += 1) {
        const { files } = attack.commit(evidence, diceFor(attack, seed));
        const result = await judged(files, { log: evidence.first });
        expect([seed, result.finding]).toEqual([seed, undefined]);
        const { exit, cannotExclude } = verdictOn(result, { anchors: 0, witnesses: false });
        expect([exit, cannotExclude.join(' ')]).toEqual([0, expect.stringMatching(/rollback.*split view/)]);
      }
    });
  },
);

describe('The catalogue', () => {
  it('has all of T1 to T32, less those of proofs, which receipts.spec.ts tries', () => {
    const wanted = Array.from({ length: 32 }, (_, at) => `T${at + 1}`).filter(id => id !== 'T25' && id !== 'T26');
    expect([...new Set(attacks.map(({ id }) => id))].sort()).toEqual(wanted.sort());
  });
});

describe.each(layers.map(layer => [layer]))('Without %s', layer => {
  it('some attack is missed or taken for another', async () => {
    expect(await firstMissedWithout(layer)).toBeDefined();
  });
});

/** Of those that this layer is there for. */
async function firstMissedWithout(layer: Layer): Promise<Attack | undefined> {
  const rest = layers.filter(each => each !== layer);
  for (const attack of attacks.filter(({ marks }) => marks.some(mark => kinds[mark as FindingKind].layer === layer)))
    if (!attack.marks.includes(await tried(attack, 1, { layers: rest }))) return attack;
  return undefined;
}
