// Assent as somebody who acts, and the streams it writes by itself: published definitions and the log's own keys.
import type { By } from '#governance';
import { systemIds } from '../../../migrations/0011-system-streams.js';

/** Who acts: a person in one of the roles, or Assent itself. */
export type Performer = Omit<By, 'role'> & { role: By['role'] | 'system' };

export const systemActor: Performer = { ...systemIds, role: 'system' };

/** Of the directory's people and organisations, this one is nobody to be dealt with. */
export const isSystem = (id: string): boolean => id === systemIds.personId || id === systemIds.organisationId;

export const definitionsStream = 'definitions';
export const ledgerStream = 'ledger';
/** Where Assent says what it erased again after a restore that lost the entry which said so. */
export const erasuresStream = 'erasures';

/** Nobody's words are in what Assent publishes: its entries keep all of it. */
export const isOpenStream = (stream: string): boolean =>
  [definitionsStream, ledgerStream, erasuresStream].includes(stream);
