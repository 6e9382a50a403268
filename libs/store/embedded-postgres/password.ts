// The superuser's password: random, made once for a home, readable by the home's owner only.
import { randomBytes } from 'node:crypto';
import { chownSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Account } from './account.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { temporaryName } from './leftovers.js';

export function passwordFile(home: string): string {
  return join(home, 'postgres-password');
}

/** The password of the cluster that is there. */
export function readPassword(home: string): string {
  try {
    const password = readFileSync(passwordFile(home), 'utf8').trim();
    if (password) return password;
  } catch {
    // told below
  }
  throw new EmbeddedPostgresError(
    `There is a database in ${home}, but its password cannot be read from ${passwordFile(home)}. Put that file back, ` +
      `or remove ${join(home, 'postgres')} to begin with an empty database.`,
  );
}

/** The password for a cluster to be made: of several first starts at once all get the same one, whoever wins. */
export function makePassword(home: string): string {
  const draft = temporaryName(passwordFile(home));
  writeFileSync(draft, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, passwordFile(home)); // unlike a rename, a link never replaces what is there
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readPassword(home);
}

/** initdb takes the password from a file only, and must be able to read it as the account. */
export async function withPasswordFor<T>(
  account: Account | undefined,
  beside: string,
  password: string,
  use: (file: string) => Promise<T>,
): Promise<T> {
  const file = temporaryName(`${beside}.password`);
  writeFileSync(file, `${password}\n`, { mode: 0o600, flag: 'wx' });
  try {
    if (account) chownSync(file, account.uid, account.gid);
    return await use(file);
  } finally {
    rmSync(file, { force: true });
  }
}
