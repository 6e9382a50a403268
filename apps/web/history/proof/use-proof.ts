// The check as a page has it: begun at once, done again when the key changes or somebody asks.
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useClient } from 'urql';
import { checkProof, type Checked } from './check-proof.js';
import { canCheck, crypto } from './crypto.js';
import type { ShownEntry } from './evidence.js';
import { followKey } from './follow-key.js';
import { gatherEvidence, type Gathered } from './gather-evidence.js';
import { keptKey, rememberCheckpoint, rememberedCheckpoint, type KeptKey } from './kept.js';

export type ProofState =
  { is: 'checking' | 'unsealed' | 'malformed' | 'unanswered' | 'too-old' } | { is: 'checked'; checked: Checked };

export interface Proof {
  state: ProofState;
  /** The key that the server names for itself. */
  serverKey: string | undefined;
  checkAgain: () => void;
}

export function useProof(entry: ShownEntry): Proof {
  const client = useClient();
  const key = useSyncExternalStore(keptKey.watch, keptKey.get);
  const [state, setState] = useState<ProofState>({ is: canCheck() ? 'checking' : 'too-old' });
  const [serverKey, setServerKey] = useState<string>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!canCheck()) return;
    let isCurrent = true;
    const tell = (next: ProofState) => void (isCurrent && setState(next));
    const remembered = rememberedCheckpoint();
    gatherEvidence(client, entry, remembered).then(
      gathered => {
        if (!isCurrent) return;
        setServerKey(gathered.serverKey);
        tell(judge(gathered, key));
      },
      () => tell({ is: 'unanswered' }),
    );
    return () => void (isCurrent = false);
  }, [client, entry, key, turn]);
  const checkAgain = useCallback(() => {
    setState({ is: 'checking' });
    setTurn(before => before + 1);
  }, []);
  return { state, serverKey, checkAgain };
}

function judge({ evidence, consistency, rotations }: Gathered, key: KeptKey | null): ProofState {
  if (typeof evidence === 'string') return { is: evidence };
  const remembered = rememberedCheckpoint();
  const keys = key ? followKey(crypto, key.text, rotations) : [];
  const isFromServer = key?.isFromServer ?? false;
  const checked = checkProof(crypto, evidence, {
    ...{ keys, isFromServer },
    ...(remembered && { remembered }),
    ...(consistency && { consistency }),
  });
  remember(checked);
  return { is: 'checked', checked };
}

/** Only what a key of the auditor’s own signed, and what continues what was seen before: a warning is not forgotten by looking again. */
function remember({ outcome, checkpoint }: Checked): void {
  if (outcome !== 'holds' || !checkpoint) return;
  rememberCheckpoint({ ...checkpoint, seenAt: new Date().toISOString() });
}
