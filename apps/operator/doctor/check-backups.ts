// Could one be made, and when was the last one?
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { manifestSuffix, readManifest } from '../backup/manifest.js';
import { serverVersion } from '../backup/dump.js';
import { backupFolder, halfSuffix } from '../backup/place.js';
import { OperatorError } from '../operator-error.js';
import { count } from '../progress.js';
import { findPrograms, fitting, missing, programFolders } from '../programs/find-program.js';
import { ok, warning, type Finding } from './finding.js';
import type { Patient, PatientWithDatabase } from './patient.js';

const day = 24 * 60 * 60 * 1000;
const overdue = 7;

export function checkBackup({ installation: { home }, now }: Patient): Finding[] {
  const folder = backupFolder(home);
  const files = existsSync(folder) ? readdirSync(folder).map(name => path.join(folder, name)) : [];
  return [judgeLast(folder, files.flatMap(timeOf), now), ...leftovers(files, now)];
}

function judgeLast(folder: string, made: number[], now: Date): Finding {
  const last = Math.max(...made);
  const remedy = 'npm run backup, and keep copies elsewhere. If yours are made another way, this may be ignored.';
  if (made.length === 0) return warning('Last backup', `none in ${folder}`, remedy);
  const age = Math.floor((now.getTime() - last) / day);
  const says = `${new Date(last).toISOString()}, ${count(age, 'day')} ago`;
  return age >= overdue ? warning('Last backup', says, remedy) : ok('Last backup', says);
}

const still = 60 * 60 * 1000;

/** Of backups that were killed; one that is being made is written to all the time. */
function leftovers(files: string[], now: Date): Finding[] {
  const half = files.filter(
    file =>
      file.endsWith(halfSuffix) &&
      now.getTime() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > still,
  );
  if (half.length === 0) return [];
  const says = `${count(half.length, 'file')} left of a backup that did not end, with what people wrote in it`;
  return [warning('Half a backup', says, `rm ${half.join(' ')}`)];
}

/** Of a complete backup; none for any other file. */
function timeOf(file: string): number[] {
  if (!file.endsWith(manifestSuffix)) return [];
  try {
    return [Date.parse(readManifest(file.slice(0, -manifestSuffix.length)).madeAt)];
  } catch (error) {
    if (error instanceof OperatorError) return [];
    throw error;
  }
}

export async function checkPrograms({ client, installation }: PatientWithDatabase): Promise<Finding[]> {
  const major = Number.parseInt(await serverVersion(client), 10);
  const folders = programFolders(installation.configuration.POSTGRES_PROGRAMS);
  return (['pg_dump', 'pg_restore'] as const).map(name => {
    const found = findPrograms(name, folders);
    const program = fitting(found, major);
    if (program) return ok(name, `${program.version} in ${path.dirname(program.path)}`);
    const [says = '', ...remedy] = missing(name, found, major).split(/(?<=\.) (?=Install)/);
    const cold =
      installation.external || name === 'pg_restore'
        ? ''
        : ' Or use npm run backup -- --cold while the product is stopped.';
    return warning(name, says, `${remedy.join(' ')}${cold}`);
  });
}
