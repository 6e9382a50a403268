// A process of its own for the stories: starts the server of the home it is given, says so in one line of JSON, and stays
// until it is killed or told to stop through its standard input.
import { startEmbeddedPostgres } from '../../libs/store/embedded-postgres/index.js';

const [home, settings] = process.argv.slice(2);
const told: string[] = [];
try {
  const log = (line: string) => told.push(line);
  const server = await startEmbeddedPostgres({ home: home ?? '', log, settings: JSON.parse(settings ?? '{}') });
  console.log(JSON.stringify({ port: server.port, adopted: server.adopted, url: server.url('postgres'), told }));
  process.stdin.once('data', () => void server.stop().then(() => process.exit()));
} catch (error) {
  console.log(JSON.stringify({ error: (error as Error).message, told }));
}
