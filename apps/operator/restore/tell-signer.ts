// After a restore the signer is left alone, and what its next turn will come to is told before anybody starts it.
import { signerFolder } from '#keys';
import { withStore, type Installation } from '../installation.js';
import { judgeSigner } from '../signer-standing.js';
import { isOlderRelease } from './replay.js';

export async function tellSigner(url: string, installation: Installation): Promise<string[]> {
  const folder = signerFolder(installation.configuration);
  const leftAlone = `${folder} was left alone: the signer’s key and what it signed last are in no backup.`;
  if (await isOlderRelease(url))
    return [leftAlone, 'Run npm run doctor when the database is migrated: it shows how the signer stands.'];
  const findings = await withStore(url, dataSource => judgeSigner(installation, dataSource));
  return [leftAlone, ...findings.map(({ check, says, remedy = '' }) => `${check}: ${says}. ${remedy}`.trimEnd())];
}
