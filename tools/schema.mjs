// Writes libs/store/upkeep/made-schema.ts: what the migrations make, read off a database that was just migrated. Run after a new one.
import { mkdtempSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { format, resolveConfig } from 'prettier';
import { migrateUp, readSchema, startEmbeddedPostgres } from '../dist/libs/store/index.js';

const file = path.join(import.meta.dirname, '..', 'libs', 'store', 'upkeep', 'made-schema.ts');
const opening = `// What guards the tables as the migrations of this release make it. Written by npm run generate:schema; never by hand.
`;

// Open, so that the server’s account may enter it where this is run as root.
const home = mkdtempSync(path.join(tmpdir(), 'assent-schema-'));
chmodSync(home, 0o755);
const server = await startEmbeddedPostgres({ home });
try {
  const url = server.url('postgres');
  await migrateUp(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const text = `${opening}\nexport const madeSchema: Readonly<Record<string, string>> = ${JSON.stringify(await readSchema(client))};\n`;
  await client.end();
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}
