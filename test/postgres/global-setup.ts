// One PostgreSQL server for a whole test run: TEST_DATABASE_URL if that is set, else an embedded one that is thrown away.
// Its superuser's address is in ASSENT_TEST_POSTGRES. The first import teaches node the TypeScript of the others.
import './typescript.mjs';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../libs/store/embedded-postgres/index.js';
import { prepareTemplate } from './template.js';

declare global {
  /** How the global teardown, which runs in the same process, finds what there is to stop. */
  var stopTestPostgres: (() => Promise<void>) | undefined;
}

// Nobody needs the data after a crash, and the tests are some ten times as fast.
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export default async function setUp(): Promise<void> {
  process.env.ASSENT_TEST_POSTGRES = process.env.TEST_DATABASE_URL || (await startOwn()).url('postgres');
  try {
    await prepareTemplate(process.env.ASSENT_TEST_POSTGRES);
  } catch (error) {
    await globalThis.stopTestPostgres?.(); // jest does not call the teardown when the set-up fails
    throw error;
  }
}

async function startOwn(): Promise<EmbeddedPostgres> {
  const home = mkdtempSync(join(tmpdir(), 'assent-test-'));
  chmodSync(home, 0o755); // so that as root, too, the data stay in here
  const server = await startEmbeddedPostgres({ home, settings: FAST });
  globalThis.stopTestPostgres = async () => {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
  return server;
}
