// The whole product from one command; Ctrl-C or SIGTERM ends it in order.
import 'reflect-metadata';
import { warnOfStrays } from '#configuration';
import { EmbeddedPostgresError } from '#store';
import { runProcess, tell, type End } from '#telemetry';
import { ChildFailedError } from './child.js';
import { accessFile, hasAccessFile } from './demonstration.js';
import { DemonstrationError } from './demonstration-cases.js';
import { readEnvironment, type Environment } from './environment.js';
import { HomeTakenError } from './home-lock.js';
import { PortTakenError } from './port.js';
import { Product } from './product.js';

/** These say all there is to say, to whoever starts the product; anything else is a bug, and is told without its words. */
const plain = [EmbeddedPostgresError, HomeTakenError, PortTakenError, ChildFailedError, DemonstrationError];

/** Throws a ConfigurationError when the environment does not say how to start. */
export async function launch(): Promise<void> {
  const environment = readEnvironment(process.env);
  warnOfStrays(process.env);
  const isPlain = (error: unknown): boolean => plain.some(kind => error instanceof kind);
  await runProcess({ part: 'launcher', ...environment.log, isPlain }, endWith => start(environment, endWith));
}

async function start(environment: Environment, endWith: (end: End) => void): Promise<void> {
  const say = environment.log.format === 'text' ? (line: string) => console.log(line) : () => undefined;
  const product = new Product(environment, say);
  endWith(async () => {
    await product.stop();
    return 0;
  });
  const address = await product.start();
  tell('product-serving', { address });
  const { home, loadsDemonstration } = environment;
  if (environment.provider) say(`Sign in as a person of the demonstration: ${address}/sign-in`);
  if (loadsDemonstration && hasAccessFile(home)) {
    say(`People to try it as, with their access tokens: ${accessFile(home)}`);
  }
  say('Ctrl-C stops it.');
}
