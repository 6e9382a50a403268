// `npm run sbom`: the software bill of materials of what runs in production, as CycloneDX JSON. To standard output, or to the file
// that `-- --to FILE` names. npm writes it, from the lockfile alone.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { production } from './lockfile.mjs';

const { values } = parseArgs({ options: { to: { type: 'string' } } });
const { manifest, lockfile } = production();
const folder = mkdtempSync(path.join(tmpdir(), 'assent-sbom-'));
// npm names the whole after the folder it stands in.
const project = path.join(folder, manifest.name);

try {
  mkdirSync(project);
  writeFileSync(path.join(project, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(project, 'package-lock.json'), JSON.stringify(lockfile));
  const args = [
    'sbom',
    '--sbom-format=cyclonedx',
    '--sbom-type=application',
    '--package-lock-only',
    '--loglevel=error',
  ];
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: project, encoding: 'utf8', maxBuffer: 64e6 });
  if (status !== 0) throw new Error(`npm could not write the bill of materials: ${stderr}`);
  if (values.to) writeFileSync(values.to, stdout);
  else process.stdout.write(stdout);
} finally {
  rmSync(folder, { recursive: true });
}
