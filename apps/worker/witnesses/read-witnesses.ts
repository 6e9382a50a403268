// Which witnesses are asked, and how many of them have to agree: a policy (c2sp.org/tlog-policy), or a plain list of them.
import { readFileSync } from 'node:fs';
import { sha256 } from '#keys';
import { parsePolicy, type Policy, type PolicyParty } from '#ledger';

/** What WITNESSES says cannot be used; the message says why. */
export class WitnessesError extends Error {
  override name = 'WitnessesError';
}

/** A witness that can be asked. */
export type Witness = PolicyParty & { url: string };

export interface Witnesses {
  policy: Policy;
  asked: readonly Witness[];
}

interface Given {
  WITNESSES?: string | undefined;
  WITNESS_QUORUM?: number | undefined;
}

/** Undefined where nobody is to be asked. Throws a WitnessesError. */
export function readWitnesses({ WITNESSES, WITNESS_QUORUM }: Given): Witnesses | undefined {
  if (WITNESSES === undefined) return undefined;
  const isList = /\s/.test(WITNESSES.trim());
  const text = isList ? WITNESSES.replaceAll(',', '\n') : textOf(WITNESSES);
  const isPolicy = /^[ \t]*quorum\s/m.test(text);
  const policy = parsePolicy(sha256, isPolicy ? text : policyOf(text, WITNESS_QUORUM));
  const where = isList ? 'WITNESSES' : WITNESSES;
  if ('fault' in policy) throw new WitnessesError(`${where} cannot be used: line ${policy.line}: ${policy.fault}.`);
  const asked = policy.witnesses.filter((witness): witness is Witness => isAddress(witness.url));
  if (asked.length === 0) throw new WitnessesError(`${where} names no witness with an address to ask at.`);
  return { policy, asked };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new WitnessesError(
      `WITNESSES names the file ${file}, which cannot be read (${(error as { code?: string }).code}).`,
    );
  }
}

const isAddress = (url: string | undefined): boolean =>
  url !== undefined && /^https?:\/\//.test(url) && URL.canParse(url);

/** `NAME URL KEY` in each line becomes a policy with one group; line by line, so that a fault is told where it is. */
function policyOf(list: string, quorum?: number): string {
  const lines = list.split('\n').map(line => line.trim());
  const names = lines.filter(line => line !== '' && !line.startsWith('#')).map(line => line.split(/\s+/)[0] ?? '');
  const witnesses = lines.map(line => line.replace(/^(\S+)\s+(\S+)\s+(\S+)$/, 'witness $1 $3 $2'));
  return [...witnesses, `group all-of-them ${quorum ?? 'all'} ${names.join(' ')}`, 'quorum all-of-them'].join('\n');
}
