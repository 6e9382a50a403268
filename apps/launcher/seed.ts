// `npm run seed`: the demonstration's people and cases for the database of DATABASE_URL, or for the embedded one.
import 'reflect-metadata';
import { readEnvironment } from './environment.js';
import { accessFile } from './demonstration.js';
import { Product } from './product.js';

async function main(): Promise<void> {
  const environment = { ...readEnvironment(process.env), loadsDemonstration: true };
  const product = new Product(environment, line => console.log(line));
  try {
    const isNew = await product.seed();
    console.log(
      isNew
        ? `Loaded. Access tokens: ${accessFile(environment.home)}`
        : 'There are organisations already: nothing was loaded.',
    );
  } finally {
    await product.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
