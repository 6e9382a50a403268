// The front door as a process. It serves when it says so to its parent or on standard output, and drains on SIGTERM.
import 'reflect-metadata';
import { createDataSource } from '#store';
import { AppModule } from './app.module.js';
import { ConfigurationError, readConfiguration } from './configuration.js';
import { createHttpApp } from './http/http-app.js';
import { logFault } from './log-fault.js';

async function main(): Promise<void> {
  const { databaseUrl, port, host, databasePool } = readConfiguration(process.env);
  const dataSource = createDataSource({ url: databaseUrl, role: 'assent_application', poolSize: databasePool });
  await dataSource.initialize();
  const app = await createHttpApp(AppModule.over(dataSource, logFault), { logFault, logger: false });
  await app.listen(port, host);
  const url = (await app.getUrl()).replace('[::1]', 'localhost');
  // A parent that dies without a word closes the channel: nobody is left to serve for.
  process.on('disconnect', () => void app.close().then(() => process.exit()));
  if (process.send) process.send({ ready: url });
  else console.log(`Assent's api answers at ${url}/graphql`);
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
  process.disconnect?.();
});

function explain(error: unknown): string {
  if (error instanceof ConfigurationError) return error.message;
  const code = (error as { code?: string }).code;
  if (code === 'EADDRINUSE') return `Port ${process.env['PORT'] ?? 3000} is taken. Set PORT to a free one.`;
  return `The api could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
