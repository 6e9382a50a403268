// The whole product from one command; Ctrl-C or SIGTERM ends it in order.
import 'reflect-metadata';
import { EmbeddedPostgresError } from '#store';
import { ChildFailedError } from './child.js';
import { accessFile, hasAccessFile } from './demonstration.js';
import { EnvironmentError, readEnvironment, type Environment } from './environment.js';
import { HomeTakenError } from './home-lock.js';
import { PortTakenError } from './port.js';
import { Product } from './product.js';

const say = (line: string): void => console.log(line);

/** These say all there is to say; anything else is a bug, and its stack helps. */
const plain = [EnvironmentError, EmbeddedPostgresError, HomeTakenError, PortTakenError, ChildFailedError];

export async function launch(): Promise<void> {
  const environment = readEnvironment(process.env);
  const product = new Product(environment, say);
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    stopping ??= product.stop().then(() => process.exit());
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  try {
    greet(await product.start(), environment);
  } catch (error) {
    if (stopping) return;
    process.exitCode = 1;
    console.error(plain.some(kind => error instanceof kind) ? (error as Error).message : error);
    await product.stop();
    process.exit();
  }
}

function greet(url: string, { home, loadsDemonstration }: Environment): void {
  say(`\nAssent answers at ${url}/graphql`);
  if (loadsDemonstration && hasAccessFile(home)) {
    say(`People to try it as, with their access tokens: ${accessFile(home)}`);
  }
  say('Ctrl-C stops it.');
}
