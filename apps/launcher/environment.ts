// What `npm start` is told by its environment, as the launcher's parts need it.
import path from 'node:path';
import { readConfiguration, type Configuration } from '#configuration';
import type { Level } from '#telemetry';
import { demonstrationRates } from './demonstration-rates.js';

export interface Environment {
  /** Absolute: the folder of the embedded database, keys and demo-access.json. */
  home: string;
  /** Set: an external database is used and none is started. */
  databaseUrl?: string;
  /** 0: any that is free. */
  port: number;
  host: string;
  loadsDemonstration: boolean;
  /** Whether the demonstration's OpenID provider is started, and on which port if one is named. */
  provider?: { port?: number };
  /** Variables for the api beyond those that are set: how much may be asked. */
  rates: Record<string, string>;
  isProduction: boolean;
  /** Variables for the worker beyond those that are set: whether it makes a signing key. */
  signing: Record<string, string>;
  /** How long api and worker may take to end; what takes longer is killed. */
  drainSeconds: number;
  /** For programs in production, for people elsewhere. */
  log: { level?: Level | 'silent'; format: 'json' | 'text' };
}

/** Throws a ConfigurationError that names every variable that is wrong. */
export function readEnvironment(env: Record<string, string | undefined>): Environment {
  const configuration = readConfiguration('launcher', env);
  const { ASSENT_HOME, DATABASE_URL, ASSENT_DEMO, NODE_ENV, ...rest } = configuration;
  const loadsDemonstration = ASSENT_DEMO ?? DATABASE_URL === undefined;
  const isProduction = NODE_ENV === 'production';
  return {
    home: path.resolve(ASSENT_HOME),
    ...(DATABASE_URL ? { databaseUrl: DATABASE_URL } : {}),
    port: rest.PORT,
    host: rest.HOST,
    loadsDemonstration,
    ...(startsProvider(configuration, loadsDemonstration && !isProduction)
      ? { provider: { port: rest.PROVIDER_PORT } }
      : {}),
    rates: loadsDemonstration ? demonstrationRates(env) : {},
    isProduction,
    signing: rest.SIGNER_CREATE_KEY === undefined && (!DATABASE_URL || !isProduction) ? { SIGNER_CREATE_KEY: '1' } : {},
    drainSeconds: rest.DRAIN_SECONDS,
    log: { level: rest.LOG_LEVEL, format: rest.LOG_FORMAT ?? (isProduction ? 'json' : 'text') },
  };
}

/** Never beside an agency's own, and in production only where it is asked for. */
const startsProvider = ({ OIDC_ISSUER, ASSENT_PROVIDER }: Configuration<'launcher'>, byDefault: boolean): boolean =>
  OIDC_ISSUER === undefined && (ASSENT_PROVIDER ?? byDefault);
