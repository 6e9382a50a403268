// What a sign-off or a decision is bound to: the dossier as it stood, through its commitments and never through plain words.
import { boundContent, type Proposal } from '#governance';
import { canonicalBytes, toHex } from '#ledger';
import { sha256 } from './ledger/index.js';

/** Hex SHA-256 over title and dossier in their open form: the words may be erased later, the binding holds. */
export const contentDigest = (proposal: Pick<Proposal, 'title' | 'dossier'>): string =>
  toHex(sha256(canonicalBytes(boundContent(proposal))));
