// `npm run migrate [up | down [steps]]`: migrations run explicitly, as production does.
import 'reflect-metadata';
import { ConfigurationError, readConfiguration } from '#configuration';
import path from 'node:path';
import { erasureList, migrateDown, migrateUp, replayAsOwner, replaySentences } from '#store';

const usage =
  'Usage: npm run migrate [-- up | -- down [steps]] with DATABASE_URL set (MIGRATION_DATABASE_URL, if set, is used instead)';

async function main([direction = 'up', steps = '1']: string[]): Promise<void> {
  const { MIGRATION_DATABASE_URL, DATABASE_URL, ASSENT_HOME } = readConfiguration('migrate', process.env);
  const url = MIGRATION_DATABASE_URL ?? DATABASE_URL;
  const count = Number(steps);
  if (!url || !['up', 'down'].includes(direction) || !Number.isInteger(count) || count < 1) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const names = direction === 'up' ? await migrateUp(url) : await migrateDown(url, count);
  for (const name of names) console.log(`${direction}  ${name}`);
  if (names.length === 0) console.log('Nothing to do.');
  if (direction === 'down') return;
  const report = await replayAsOwner(url, erasureList(path.resolve(ASSENT_HOME)));
  for (const line of replaySentences(report)) console.log(line);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const why = error instanceof Error ? error.message : String(error);
  console.error(error instanceof ConfigurationError ? why : `The migration failed and was rolled back: ${why}`);
  process.exitCode = 1;
});
