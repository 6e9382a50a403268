// A copy of the repository in which one file at a time is replaced by a mutant, and the suites that have to notice are run.
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mutant } from './mutant.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
export const migrationFiles = (): string[] =>
  readdirSync(path.join(root, 'migrations'))
    .filter(name => /^\d{4}-.*\.ts$/.test(name))
    .map(name => `migrations/${name}`);

export type Verdict = 'caught' | 'survived' | 'does not run';

const left = new Set(['node_modules', '.git', 'dist', '.assent']);

export class Workshop {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'assent-mutation-'));

  constructor() {
    cpSync(root, this.folder, { recursive: true, filter: from => !left.has(path.basename(from)) });
    symlinkSync(path.join(root, 'node_modules'), path.join(this.folder, 'node_modules'));
    const noServer = `import all from './jest.config.mjs';
const { globalSetup, globalTeardown, ...rest } = all;
export default rest;\n`;
    writeFileSync(path.join(this.folder, 'jest.no-server.mjs'), noServer);
  }

  /** Runs the suites in turn until one of them notices. */
  async judge({ file, source }: Mutant, suites: readonly string[]): Promise<{ verdict: Verdict; by: string }> {
    const target = path.join(this.folder, file);
    const before = readFileSync(target, 'utf8');
    writeFileSync(target, source);
    try {
      for (const suite of suites) {
        const { passed, ran } = await this.run(suite);
        if (!passed) return { verdict: ran ? 'caught' : 'does not run', by: suite };
      }
      return { verdict: 'survived', by: '' };
    } finally {
      writeFileSync(target, before);
    }
  }

  /** `ran` is false when no test was begun: then the mutant is no program, and nothing was shown. */
  async run(suite: string): Promise<{ passed: boolean; ran: boolean }> {
    const needsServer = !suite.startsWith('libs/');
    const args = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--bail', '--ci', suite];
    if (!needsServer) args.push('--config', 'jest.no-server.mjs');
    const child = spawn(process.execPath, args, { cwd: this.folder, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    const code = await new Promise<number | null>(resolve => child.once('exit', resolve));
    return { passed: code === 0, ran: /^Tests: .*\d+ (failed|passed)/m.test(said) };
  }

  remove(): void {
    if (existsSync(this.folder)) rmSync(this.folder, { recursive: true, force: true });
  }
}
