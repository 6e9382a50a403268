// `npm run doctor`.
import 'reflect-metadata';
import { findPackageJSON } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { examine } from './doctor/examine.js';
import { isHealthy, reportLines } from './doctor/report.js';
import { findInstallation } from './installation.js';
import { OperatorError, UsageError } from './operator-error.js';
import { runCommand } from './run-command.js';

const usage = `Usage: npm run doctor [-- --json]

Looks an installation over and says what is well and what is not, each with a remedy. It changes nothing and shows no secret.
The exit code is 1 when there is a problem. Name the owner of the tables in MIGRATION_DATABASE_URL: it sees the most.`;

const options = { json: { type: 'boolean' }, help: { type: 'boolean' } } as const;

function parse(args: string[]) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

await runCommand(usage, async args => {
  const { json, help } = parse(args);
  if (help) {
    console.log(usage);
    return 0;
  }
  const manifest = findPackageJSON('..', import.meta.url);
  if (!manifest)
    throw new OperatorError('There is no package.json above the program: the installation is not complete.');
  const patient = { installation: findInstallation(process.env), now: new Date(), root: path.dirname(manifest) };
  const findings = await examine(patient);
  const healthy = isHealthy(findings);
  console.log(json ? JSON.stringify({ healthy, findings }, null, 2) : reportLines(findings).join('\n'));
  return healthy ? 0 : 1;
});
