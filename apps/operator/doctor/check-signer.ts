// The signer: is its key safe, and does what it signed last still fit this database?
import { withStore } from '../installation.js';
import { judgeSigner } from '../signer-standing.js';
import { warning, type Finding } from './finding.js';
import type { PatientWithDatabase } from './patient.js';

export const signed = (url: string) =>
  async function checkSigner({ installation, seesAll }: PatientWithDatabase): Promise<Finding[]> {
    const giveOwner = 'Give the owner’s address in MIGRATION_DATABASE_URL.';
    if (!seesAll) return [warning('Signer', 'this login does not see all of it', giveOwner)];
    return withStore(url, dataSource => judgeSigner(installation, dataSource));
  };
