// What the api is told by its environment: one schema, every problem at once, and never a secret in a message.
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

const environment = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://'),
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
});

export interface Configuration {
  databaseUrl: string;
  port: number;
  host: string;
  /** Connections to the database at most. */
  databasePool: number;
}

export class ConfigurationError extends Error {}

/** Throws a ConfigurationError that names every variable that is wrong. */
export function readConfiguration(variables: Record<string, string | undefined>): Configuration {
  const parsed = environment.safeParse(variables);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new ConfigurationError(`The environment does not say how to run:\n${lines.join('\n')}`);
  }
  const { DATABASE_URL: databaseUrl, PORT, HOST: host, DATABASE_POOL: databasePool } = parsed.data;
  return { databaseUrl, port: PORT, host, databasePool };
}
