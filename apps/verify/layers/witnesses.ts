// L5: enough of the witnesses that the auditor named have cosigned the checkpoint, and not too long ago.
import { keyIdOf, meetsQuorum, signedBy, timeOfCosignature, type Policy, type PolicyParty } from '#ledger';
import { finding, type Finding, type Place } from '../finding.js';
import { native, sha256 } from '../native.js';
import type { Genuine } from './checkpoint.js';

export interface WitnessOrder {
  policy: Policy;
  /** Seconds since 1970. */
  now: number;
  /** Seconds a cosignature may be old; undefined: any age. */
  maxAge?: number;
}

/** A clock that runs a little ahead is no forgery. */
const aheadAtMost = 300;

export function checkWitnesses({ note }: Genuine, order: WitnessOrder, place: Place): Finding | undefined {
  const { policy, now, maxAge } = order;
  const say = (kind: Parameters<typeof finding>[0], what: string): Finding => finding(kind, place, what);
  const results = policy.witnesses.map(witness => ({ witness, signed: signedBy(native, note, witness.key) }));
  const wrong = results.find(({ signed }) => signed === 'wrong');
  if (wrong) return say('cosignature-wrong', `The cosignature in the name of ${wrong.witness.name} is not by its key.`);
  const cosigned = results.filter(({ signed }) => signed === 'valid').map(({ witness }) => witness);
  const names = (parties: readonly PolicyParty[]): Set<string> => new Set(parties.map(({ name }) => name));
  if (!meetsQuorum(policy, names(cosigned)))
    return say(
      'cosignatures-missing',
      `Of the witnesses that you named, ${cosigned.length} cosigned it, and that is not enough.`,
    );
  if (maxAge === undefined) return undefined;
  const isFresh = ({ key }: PolicyParty): boolean => {
    const keyId = keyIdOf(sha256, key);
    const own = note.signatures.filter(({ name, keyId: id }) => name === key.name && id === keyId);
    return own.some(({ bytes }) => {
      const age = now - (timeOfCosignature(bytes) ?? 0);
      return age <= maxAge && age >= -aheadAtMost;
    });
  };
  return meetsQuorum(policy, names(cosigned.filter(isFresh)))
    ? undefined
    : say('cosignatures-stale', `Enough witnesses cosigned it, but not within the last ${maxAge} seconds.`);
}
