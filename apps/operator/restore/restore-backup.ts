// A backup put back, and looked over before anybody relies on it.
import type { Client } from 'pg';
import { createGroups, unpackCluster } from '#store';
import { replayAfterRestore } from './replay.js';
import { readManifest, type Manifest } from '../backup/manifest.js';
import { digestOf } from '../backup/place.js';
import { withOwner, withServer, type Installation } from '../installation.js';
import { OperatorError } from '../operator-error.js';
import { count, sparingly } from '../progress.js';
import { connectionEnvironment } from '../programs/connection.js';
import { findPrograms, fitting, missing, programFolders, type Program } from '../programs/find-program.js';
import { runProgram } from '../programs/run-program.js';
import { inspect, type Inspection } from './inspect.js';
import { discard, prepareTarget, type Target } from './target.js';
import { tellSigner } from './tell-signer.js';

export interface Restoring {
  file: string;
  /** A database to be made; unset: the one of the address, which has to be empty. */
  into?: string;
  /** Rows to compare with their entries; all unless given. */
  sample?: number;
  say: (line: string) => void;
}

export interface Restored extends Inspection {
  manifest: Manifest;
  /** Where it is now, for people. */
  place: string;
  /** What became of erasures that the backup did not know of, a sentence each. */
  erasures: string[];
  /** How the signer, which is left alone, stands to what was restored. */
  signer: string[];
}

/** Throws an OperatorError, and has changed nothing then, when the backup is damaged or cannot be put where it should. */
export async function restoreBackup(installation: Installation, order: Restoring): Promise<Restored> {
  const { file, say } = order;
  const manifest = readManifest(file);
  await expectUndamaged(file, manifest, say);
  const { entries, proposals } = manifest.contents;
  say(
    `Made at ${manifest.madeAt} by Assent ${manifest.assent} on PostgreSQL ${manifest.server}: ` +
      `${count(proposals, 'proposal')}, ${count(entries, 'entry', 'entries')}. Its digest is right.`,
  );
  return manifest.kind === 'cold'
    ? restoreCold(installation, order, manifest)
    : restoreDump(installation, order, manifest);
}

async function expectUndamaged(file: string, { sha256, bytes }: Manifest, say: (line: string) => void): Promise<void> {
  const found = await digestOf(file, sparingly(say));
  if (found.sha256 === sha256) return;
  throw new OperatorError(
    `${file} is damaged or not the file its manifest speaks of: it has ${found.bytes} bytes and the SHA-256 ${found.sha256}, ` +
      `and should have ${bytes} bytes and ${sha256}. Nothing was restored; take another copy of it.`,
  );
}

async function restoreDump(installation: Installation, order: Restoring, manifest: Manifest): Promise<Restored> {
  const { file, into, say } = order;
  const program = findRestore(installation, manifest);
  return withServer(installation, async url => {
    const target = await prepareTarget(url, installation, manifest, into);
    const address = new URL(url);
    address.pathname = `/${target.name}`;
    say(`Restoring into the database ${target.name} with ${program.path} (${program.version}) …`);
    await load(program, file, address.href, target);
    const place = `the database ${target.name} on ${address.host}`;
    return lookOver({ url: address.href, place, installation, manifest }, order);
  });
}

/** pg_restore reads what a pg_dump of its own version or an older one has written. */
function findRestore({ configuration }: Installation, manifest: Manifest): Program {
  const major = Number.parseInt(manifest.server, 10);
  const found = findPrograms('pg_restore', programFolders(configuration.POSTGRES_PROGRAMS));
  const program = fitting(found, major);
  if (!program) throw new OperatorError(`${missing('pg_restore', found, major)}\nNothing was restored.`);
  return program;
}

async function load(program: Program, file: string, url: string, target: Target): Promise<void> {
  // Triggers, policies and row-level security come after the data in a dump, so nothing refuses the rows.
  const how = ['--single-transaction', '--exit-on-error', '--no-owner', '--no-password'];
  try {
    await withOwner(url, {}, createGroups);
    await runProgram(program, [...how, `--dbname=${target.name}`, file], connectionEnvironment(url, process.env));
  } catch (error) {
    await discard(url, target);
    throw error;
  }
}

async function restoreCold(installation: Installation, order: Restoring, manifest: Manifest): Promise<Restored> {
  const { file, into, say } = order;
  const { home, external } = installation;
  if (external || into)
    throw new OperatorError(
      'This is a copy of the embedded database’s files: it becomes the database of a home, and no DATABASE_URL and no --into ' +
        'go with it. Set ASSENT_HOME to a new folder.',
    );
  say(`Unpacking into ${home} …`);
  await unpackCluster(file, home);
  return withServer(installation, url => lookOver({ url, place: home, installation, manifest }, order));
}

/** What was restored, and where it is. */
interface Unpacked {
  url: string;
  place: string;
  installation: Installation;
  manifest: Manifest;
}

/** A session that was ended since the backup was made would be open again. An older release has none. */
async function endSessions(client: Client): Promise<void> {
  const { rows } = await client.query(`select where to_regclass('person_session') is not null`);
  if (rows.length > 0) await client.query('delete from person_session');
}

/** What is wrong is told; a look that could not be ended leaves the restored data where they are, and says so. */
async function lookOver({ url, place, installation, manifest }: Unpacked, order: Restoring): Promise<Restored> {
  try {
    const inspection = await inspect(url, { expected: manifest.contents, ...order });
    const erasures = await replayAfterRestore(url, installation, order.file);
    await withOwner(url, {}, endSessions);
    const signer = await tellSigner(url, installation);
    return { ...inspection, erasures, signer, manifest, place };
  } catch (error) {
    order.say(
      `Restored, and not looked over to the end: all of the backup is in ${place}, and stays there. Do not serve from it. ` +
        'When what stood in the way is mended, remove it and restore again.',
    );
    throw error;
  }
}
