// An entry of a proposal as the eye of an auditor sees it: open fields only, so that it sees the same when words are erased.
import type { ErasedAt } from '#governance';
import type { Entry } from '../bundle/entry.js';

export type Facts = Record<string, unknown>;

/** What entries of the various types say; which of it there is, their type tells. A history that lacks it cannot be replayed. */
export interface Said {
  leadOrganisationId: string;
  tier: string;
  dossier: { facts?: Facts; answers?: { questionId: string }[]; [section: string]: unknown };
  revision: number;
  organisationIds: string[];
  /** Of a hand-over. */
  toPerson: string;
  /** Of a change of tier. */
  fromTier: string;
  toTier: string;
  signOff: string;
  /** Of a piece of work: its name, and who gets it, if anybody does. */
  work: string;
  to: { personId: string; organisationId: string; role: string } | null;
  finding: string;
  onRevision: number;
  content: string;
  conditions: unknown[];
  checklist?: { total: number; answers: { questionId: string }[] };
  concernId: string;
  commentId: string;
  severity: string;
  audience: string;
  disposition: string;
  status: string;
  outcome: string;
  overruled: string[];
  alternative: { id: string };
  erased: ErasedAt[];
}

export interface Act {
  /** In the stream of the proposal. */
  sequence: number;
  type: string;
  person: string;
  organisation: string;
  role: string;
  at: string;
  version: number;
  command: string;
  said: Said;
}

export function actOf({ type, by, at, version, command, sequence, payload }: Entry): Act {
  const to = payload['to'] as { personId: string } | string | undefined;
  const moved = typeof to === 'string' ? { toTier: to, fromTier: payload['from'] } : { toPerson: to?.personId };
  return {
    type,
    at,
    command,
    sequence,
    version: version ?? 0,
    ...by,
    said: { ...payload, ...moved } as unknown as Said,
  };
}
