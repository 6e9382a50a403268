// ASSENT_HOME: room on its disk, and who may look into it.
import { lstatSync, readdirSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { size } from '../progress.js';
import { ok, problem, warning, type Finding } from './finding.js';
import type { Patient } from './patient.js';

const scarce = 2e9;
const urgent = 3e8;

export function checkDisk({ installation: { home } }: Patient): Finding[] {
  const folder = nearest(home);
  const { bavail, bsize } = statfsSync(folder);
  const room = bavail * bsize;
  const says = `${size(room)} free where ${home} is`;
  const remedy = 'Make room, or move ASSENT_HOME while the product is stopped: a full disk stops every command.';
  if (room < urgent) return [problem('Disk', says, remedy)];
  return [room < scarce ? warning('Disk', says, remedy) : ok('Disk', says)];
}

const nearest = (folder: string): string =>
  statSync(folder, { throwIfNoEntry: false }) ? folder : nearest(path.dirname(folder));

/** Files with passwords or tokens in them, and where backups lie. */
const secrets = [
  ...['postgres-password', 'database-logins.json', 'demo-access.json'],
  ...['provider/keys.json', 'provider/client-secret'],
];
const open = 0o077;

export function checkSecrets({ installation: { home } }: Patient): Finding[] {
  const files = [...secrets, ...backups(home)];
  const found = files.filter(name => lstatSync(path.join(home, name), { throwIfNoEntry: false }));
  if (found.length === 0) return [ok('Secret files', `none in ${home}`)];
  const readable = found.filter(name => (statSync(path.join(home, name)).mode & open) !== 0);
  if (readable.length === 0) return [ok('Secret files', `${found.length}, readable by their owner only`)];
  const remedy = `chmod go-rwx ${readable.map(name => path.join(home, name)).join(' ')}`;
  return [problem('Secret files', `others than their owner may read ${readable.join(', ')}`, remedy)];
}

function backups(home: string): string[] {
  const folder = path.join(home, 'backups');
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return ['backups', ...readdirSync(folder).map(name => path.join('backups', name))];
}

/** The data folder itself: PostgreSQL refuses to start on one that is open to others. */
export function checkHome({ installation: { home } }: Patient): Finding[] {
  const stat = statSync(home, { throwIfNoEntry: false });
  if (!stat) return [ok('Home', `${home} is not there yet; a start makes it`)];
  const isWritable = (stat.mode & 0o022) !== 0;
  if (!isWritable) return [ok('Home', home)];
  return [problem('Home', `others than its owner may write to ${home}`, `chmod go-w ${home}`)];
}
