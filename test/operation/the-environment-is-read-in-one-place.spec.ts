// Every variable is in the one schema: no file of the product reads the environment past it.
import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { variables } from '#configuration';

/** They hand the environment to the schema, or on to a child; the player may import no lib. */
const mayReadIt = [
  'apps/launcher/child.ts',
  'apps/launcher/launch.ts',
  'apps/launcher/migrate.ts',
  'apps/launcher/seed.ts',
  'apps/admin/main.ts',
  'apps/export/main.ts',
  'apps/scenario/product.ts',
  'apps/scenario/run.ts',
  'libs/configuration/configuration-or-end.ts',
];
/** They start programs of PostgreSQL and of the operating system, with as little of the environment as those need. */
const mayHandItOn = ['apps/operator/', 'libs/store/embedded-postgres/'];

const sources = ['apps', 'libs', 'migrations'].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map(name => join(folder, name)),
);

/** What the tests' set-up tells its tests: nobody sets it by hand. */
const handedToTests = 'ASSENT_TEST_POSTGRES';

/** What tests read of it, wherever they stand. */
const readByTests = ['apps', 'libs', 'test'].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => folder === 'test' || name.endsWith('.spec.ts'))
    .filter(name => /\.(ts|mjs)$/.test(name))
    .flatMap(name => [...readFileSync(join(folder, name), 'utf8').matchAll(/process\.env(?:\['|\.)(ASSENT_\w+)/g)])
    .map(([, name]) => name!),
);

describe('The environment', () => {
  it('is read by those who hand it to the schema, and by nobody else', () => {
    const readers = sources.filter(file => readFileSync(file, 'utf8').includes('process.env'));
    expect(
      readers.filter(file => !mayReadIt.includes(file) && !mayHandItOn.some(folder => file.startsWith(folder))),
    ).toEqual([]);
  });

  it('of the tests is in the schema as well, and named to whoever writes them', () => {
    const contributing = readFileSync('CONTRIBUTING.md', 'utf8');
    const own = Object.entries(variables).filter(([, { readBy }]) => (readBy as readonly string[]).includes('tests'));
    expect(readByTests.filter(name => !(name in variables) && name !== handedToTests)).toEqual([]);
    expect(readByTests).toContain('ASSENT_PLACES');
    for (const [name] of own.filter(([each]) => each.startsWith('ASSENT_')))
      expect(contributing).toContain(`\`${name}\``);
  });

  it('is described whole in the document', () => {
    const document = readFileSync('docs/generated/configuration.md', 'utf8');
    for (const name of Object.keys(variables)) expect(document).toContain(`| \`${name}\` |`);
  });
});
