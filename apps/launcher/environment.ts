// What `npm start` is told by its environment, with every problem at once.
import path from 'node:path';
import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .optional()
  .transform(value => (value === undefined ? undefined : value === '1' || value === 'true'));

const variables = z.object({
  ASSENT_HOME: z.string().min(1).default('.assent'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  ASSENT_DEMO: flag,
  NODE_ENV: z.string().optional(),
});

export interface Environment {
  /** Absolute: the folder of the embedded database, keys and demo-access.json. */
  home: string;
  /** Set: an external database is used and none is started. */
  databaseUrl?: string;
  port: number;
  host: string;
  loadsDemonstration: boolean;
  isProduction: boolean;
}

export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

export function readEnvironment(env: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new EnvironmentError(`The environment does not say how to start:\n${lines.join('\n')}`);
  }
  const { ASSENT_HOME, DATABASE_URL, PORT: port, HOST: host, ASSENT_DEMO, NODE_ENV } = parsed.data;
  return {
    home: path.resolve(ASSENT_HOME),
    ...(DATABASE_URL ? { databaseUrl: DATABASE_URL } : {}),
    port,
    host,
    loadsDemonstration: ASSENT_DEMO ?? DATABASE_URL === undefined,
    isProduction: NODE_ENV === 'production',
  };
}
