// Whoever mistypes ASSENT_HOME is told so, and finds no new, empty database there afterwards.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { withDatabase } from '#store';

it('A home without a database is said to be one, and stays empty', async () => {
  const home = mkdtempSync(join(tmpdir(), 'assent-mistyped-'));
  const work = withDatabase({ ASSENT_HOME: home }, 'assent_application', () => Promise.resolve('done'));
  await expect(work).rejects.toThrow(`There is no database in ${home}. Set ASSENT_HOME or DATABASE_URL`);
  expect(readdirSync(home)).toEqual([]);
  rmSync(home, { recursive: true });
});
