// The examination: every check, one after another. One that cannot be made is a finding too, and stops no other.
import type { Client } from 'pg';
import { findServer, withOwner } from '../installation.js';
import { checkBackup, checkPrograms } from './check-backups.js';
import {
  checkAdministrators,
  checkChains,
  checkDemonstration,
  checkDirectory,
  checkOutbox,
  checkWords,
} from './check-contents.js';
import { checkDisk, checkHome, checkSecrets } from './check-home.js';
import { checkGrants, checkGroups, checkMembers, checkOwnLogin } from './check-logins.js';
import { checkInstalled, checkNode, checkStrays } from './check-machine.js';
import { checkPort } from './check-port.js';
import { checkExtension, checkGuards, checkRowLevelSecurity, checkTriggers, migrated } from './check-schema.js';
import { signed } from './check-signer.js';
import { checkClock, checkEncoding, checkSettings, checkVersion } from './check-server.js';
import { checkSignIn } from './check-sign-in.js';
import { ok, problem, warning, type Finding } from './finding.js';
import type { Check, DatabaseCheck, Patient } from './patient.js';

const around: Check[] = [
  ...[
    checkNode,
    checkInstalled,
    checkStrays,
    checkDisk,
    checkHome,
    checkSecrets,
    checkBackup,
    checkPort,
    checkOwnLogin,
    checkSignIn,
  ],
];

/** These need no tables. */
const server: DatabaseCheck[] = [checkVersion, checkSettings, checkEncoding, checkClock, checkPrograms];

const inside: DatabaseCheck[] = [
  ...[checkExtension, checkTriggers, checkRowLevelSecurity, checkGuards],
  ...[checkGroups, checkGrants, checkMembers],
  ...[checkAdministrators, checkDemonstration, checkOutbox, checkChains],
  ...[checkWords, checkDirectory],
];

export async function examine(patient: Patient): Promise<Finding[]> {
  const findings = await all(around, patient);
  const url = await findServer(patient.installation);
  if (url === undefined) {
    const remedy = 'npm start starts it. What is in it was not looked at.';
    return [...findings, warning('Database', `the one of ${patient.installation.home} is not running`, remedy)];
  }
  try {
    return [
      ...findings,
      ...(await withOwner(url, { readOnly: true }, client => examineDatabase(patient, url, client))),
    ];
  } catch (error) {
    const remedy = 'See that it runs, that its address and login are right, and that this machine may reach it.';
    return [...findings, problem('Database', `not reachable: ${(error as Error).message}`, remedy)];
  }
}

async function examineDatabase(patient: Patient, url: string, client: Client): Promise<Finding[]> {
  const { host, pathname } = new URL(url);
  const reached = ok('Database', `${decodeURIComponent(pathname.slice(1))} on ${host}`);
  const { rows } = await client.query<{ has: boolean; sees: boolean }>(
    `select to_regclass('ledger_entry') is not null as has, exists (select from pg_roles r where r.rolname = current_user
       and (r.rolsuper or r.rolbypassrls or r.oid = (select relowner from pg_class where oid = to_regclass('ledger_entry')))) as sees`,
  );
  const { has = false, sees: seesAll = false } = rows[0] ?? {};
  const known = { ...patient, client, seesAll };
  const about = [reached, ...(await all(server, known))];
  if (!has) return [...about, problem('Migrations', 'none was run: there are no tables', 'Run npm run migrate.')];
  return [...about, ...(await all([migrated(url), ...inside, signed(url)], known))];
}

async function all<P>(
  checks: readonly ((patient: P) => Finding[] | Promise<Finding[]>)[],
  patient: P,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const check of checks) {
    try {
      findings.push(...(await check(patient)));
    } catch (error) {
      // A password never stands in a message of PostgreSQL's or of the system's.
      const says = `could not be looked at: ${(error as Error).message}`;
      findings.push(problem(nameOf(check), says, 'See what the message says; other findings may explain it.'));
    }
  }
  return findings;
}

/** checkOwnLogin: Own login. */
function nameOf(check: { name: string }): string {
  const words = check.name.replace(/^check/, '').replace(/(?<=[a-z])[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
  return words || 'Check';
}
