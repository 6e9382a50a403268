// How the signer's folder stands to a database: what its next turn will come to. It is only looked at. What the signer remembers is in no
// backup, and nothing here ever sets it to fit one: that it does not fit is how a lost history comes to light.
import type { DataSource } from 'typeorm';
import { KeyFileError, keysIn, lastSignedIn, sha256, signerFolder, type Keys, type LastSigned } from '#keys';
import { areEqual, areOfOneLine, keyIdOf } from '#ledger';
import { ledgerState, logStanding, NoSuchSubtreeError, rootAt, type LogStanding } from '#store';
import { ok, problem, warning, type Finding } from './doctor/finding.js';
import type { Installation } from './installation.js';
import { count } from './progress.js';

const [keyCheck, stateCheck] = ['Signing key', 'Signer'];

/** The data source has to see every entry. */
export async function judgeSigner({ configuration }: Installation, dataSource: DataSource): Promise<Finding[]> {
  const folder = signerFolder(configuration);
  const standing = await logStanding(dataSource);
  try {
    const keys = keysIn(folder, configuration.LEDGER_ORIGIN);
    if (!keys) return [await withoutKey(folder, standing, dataSource)];
    const { key } = keys.current;
    const held = ok(keyCheck, `${key.name}+${keyIdOf(sha256, key)}, readable by its owner only`);
    return [held, await judgeState(folder, { keys, standing }, dataSource)];
  } catch (error) {
    if (!(error instanceof KeyFileError)) throw error;
    return [problem(keyCheck, error.message, 'Until then nothing is signed, and every entry stays RECORDED.')];
  }
}

async function withoutKey(folder: string, { keys, latest }: LogStanding, dataSource: DataSource): Promise<Finding> {
  if (keys.length === 0 && !latest)
    return warning(
      keyCheck,
      `none in ${folder}, and nothing was signed yet`,
      'The worker makes one when it is started with SIGNER_CREATE_KEY=1.',
    );
  const { key } = await ledgerState(dataSource);
  return warning(
    keyCheck,
    `none in ${folder}; this ledger is signed with ${key ?? 'another one'}`,
    'Is the signer’s folder elsewhere, name it in SIGNER_HOME or look there. Was it lost, bring back the copy of its key (docs/operating.md).',
  );
}

interface Held {
  keys: Keys;
  standing: LogStanding;
}

const lossRemedy =
  'Do not go on by setting the signer back. Bring back the database as it was; is that lost for good: ' +
  'npm run signer -- resume-after-loss (docs/operating.md says what comes first).';
const adoptRemedy =
  'npm run signer -- adopt --known FILE, with a checkpoint from outside: a witness, an auditor, a receipt.';

async function judgeState(folder: string, { keys, standing }: Held, dataSource: DataSource): Promise<Finding> {
  if (keys.loss)
    return warning(
      stateCheck,
      `a loss of history was declared, and ${keys.next?.key.name} has not begun yet`,
      'The worker begins it when it has entered that in the ledger. See that it runs.',
    );
  const signed = lastSignedIn(folder);
  if (typeof signed !== 'string') return compare(signed, { keys, standing }, dataSource);
  if (signed === 'missing' && !standing.latest) return ok(stateCheck, 'it has signed nothing yet');
  return problem(stateCheck, `what it signed last is ${signed}: it signs nothing`, adoptRemedy);
}

async function compare(signed: LastSigned, { keys, standing }: Held, dataSource: DataSource): Promise<Finding> {
  const { size, latest } = standing;
  const { key: named, refusal } = await ledgerState(dataSource);
  const last = `it signed ${count(signed.size, 'entry', 'entries')} of ${signed.origin} last`;
  const { name } = keys.current.key;
  const remedy = 'Name the folder that goes with this database in SIGNER_HOME, and bring it back as one whole.';
  if (signed.origin !== name) return problem(stateCheck, `${last}, and its key is for another log`, remedy);
  if (named !== null && !areOfOneLine(named.split('+')[0] ?? '', name))
    return problem(stateCheck, `${last}, and this ledger is another log`, remedy);
  if (size < signed.size)
    return problem(stateCheck, `SEALED HISTORY IS MISSING: ${last}, and this tree has ${size}`, lossRemedy);
  if (!(await holds(dataSource, signed)))
    return problem(
      stateCheck,
      `SEALED HISTORY IS MISSING: ${last}, and this tree does not begin with them`,
      lossRemedy,
    );
  if (latest && latest.size > signed.size)
    return problem(stateCheck, `${last}, and the database has a checkpoint of ${latest.size}`, adoptRemedy);
  if (refusal !== null)
    return problem(stateCheck, `${last}, and a worker says that it refuses (${refusal})`, 'npm run signer -- status');
  return ok(stateCheck, `${last}; the tree of ${size} begins with them`);
}

async function holds(dataSource: DataSource, { size, root }: LastSigned): Promise<boolean> {
  try {
    return areEqual(await rootAt(dataSource, size), root);
  } catch (error) {
    if (error instanceof NoSuchSubtreeError) return false;
    throw error;
  }
}
