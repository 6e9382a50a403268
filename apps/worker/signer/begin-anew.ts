// After a declared loss: first an entry, signed by both keys, that says what was lost; and the first checkpoint that covers it is
// the new log's. Under the old name nothing is signed any more.
import { lastSignedOf, type Keys, type LastSigned } from '#keys';
import { declareLoss } from '#ledger';
import { examineTree, noneSigned } from './examine.js';
import type { SignerHome } from './home.js';
import { isDeclared } from './keys-in-ledger.js';
import type { Refusal } from './refusal.js';
import type { At, Ready } from './turn.js';

export async function beginAnew({ home, log, before, keys }: At): Promise<Ready | Refusal> {
  const { current, next, loss } = keys;
  if (!next || !loss) return 'no-key';
  if (!isDeclared(before, keys)) {
    await log.recordKey({ type: 'HistoryLost', ...declareLoss(loss, current, next) }, before.keys.length);
    return 'loss-declared';
  }
  const { index } = before.keys.at(-1)!;
  if (index === null || index >= before.size) return 'loss-declared';
  const signed = begunIn(home, next.key.name) ?? leftOf(keys) ?? noneSigned(next.key.name);
  const examined = await examineTree(log, before, signed);
  return typeof examined === 'string' ? examined : { signed, examined, signer: next };
}

/** What the new log signed already, when a turn was interrupted before its key took the other one's place. */
function begunIn(home: SignerHome, origin: string): LastSigned | undefined {
  const signed = home.lastSigned();
  return typeof signed !== 'string' && signed.origin === origin ? signed : undefined;
}

/** The tree still has to begin with what was left when the loss was declared. */
const leftOf = ({ loss }: Keys): LastSigned | undefined => (loss?.left ? lastSignedOf(loss.left) : undefined);
