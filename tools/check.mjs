// `npm run check`: types, lint, the import rule, formatting, and that `generate` leaves nothing to commit. All of them, then a verdict.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = (module, ...args) => [process.execPath, [`node_modules/${module}`, ...args]];

const checks = [
  ['types', ...node('ts7/bin/tsc', '-p', 'tsconfig.json')],
  ['types of the web app', ...node('ts7/bin/tsc', '-p', 'apps/web/tsconfig.json')],
  ['types of the browser tests', ...node('ts7/bin/tsc', '-p', 'test/web/tsconfig.json')],
  ['lint', ...node('eslint/bin/eslint.js', '.', '--max-warnings', '0')],
  [
    'import rule',
    ...node('dependency-cruiser/bin/dependency-cruiser.mjs', 'apps', 'libs', 'migrations', '--output-type', 'err'),
  ],
  ['formatting', ...node('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')],
  ['generate leaves no diff', process.execPath, ['dist/apps/api/generate.js', '--check']],
  ['types from the schema', process.execPath, ['tools/web-types.mjs', '--check']],
  ['licences', process.execPath, ['tools/licences.mjs', '--check']],
];

let failed = 0;
for (const [name, command, args] of checks) {
  const began = performance.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)`);
  if (status !== 0) failed += 1;
}
console.log(failed === 0 ? 'All checks passed.' : `${failed} of ${checks.length} checks failed.`);
process.exit(failed === 0 ? 0 : 1);
