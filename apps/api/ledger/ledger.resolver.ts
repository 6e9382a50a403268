// How the ledger stands: what is sealed, what only recorded, and plainly when sealing lags.
import { Context, Query, Resolver } from '@nestjs/graphql';
import { ledgerState, type LedgerState } from '#store';
import type { RequestContext } from '../identity/context.js';
import { Ledger } from '../schema/ledger.js';

@Resolver()
export class LedgerResolver {
  @Query(() => Ledger, { description: 'How far the ledger is sealed and witnessed. Everybody may know.' })
  async ledger(@Context() context: RequestContext): Promise<Ledger> {
    const state = await ledgerState(context.dataSource);
    const { size, sealedSize, witnessedSize, key } = state;
    return { size, sealedSize, witnessedSize, key, origin: key?.split('+')[0] ?? null, ...standingOf(state) };
  }
}

/** Seconds: an entry is sealed within two, and later than this something is wrong. */
const late = 10;

type Standing = Pick<LedgerState, 'size' | 'sealedSize' | 'refusal' | 'waitingSeconds'>;

export function standingOf({
  size,
  sealedSize,
  refusal,
  waitingSeconds,
}: Standing): Pick<Ledger, 'sealing' | 'statement'> {
  const rest = `Whatever came after the first ${sealedSize} entries is recorded and durable, and not under a signed checkpoint`;
  if (refusal !== null)
    return { sealing: 'STOPPED', statement: `Nothing is sealed any more: the signer refuses (${refusal}). ${rest}.` };
  if (waitingSeconds > late) {
    const waited = `an entry has waited for ${Math.round(waitingSeconds)} s`;
    return { sealing: 'BEHIND', statement: `Sealing is behind: ${waited}. ${rest} yet.` };
  }
  const all = size === sealedSize ? `All ${size} entries are sealed.` : undefined;
  const statement = all ?? `Of ${size} entries ${sealedSize} are sealed; the others follow within seconds.`;
  return { sealing: 'CURRENT', statement };
}
