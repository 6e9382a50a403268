// Where the signer's folder is: SIGNER_HOME, or below ASSENT_HOME.
import path from 'node:path';
import type { Configuration } from '#configuration';

export const signerFolder = ({
  SIGNER_HOME,
  ASSENT_HOME,
}: Pick<Configuration<'signer'>, 'SIGNER_HOME' | 'ASSENT_HOME'>): string =>
  path.resolve(SIGNER_HOME ?? path.join(ASSENT_HOME, 'signer'));
