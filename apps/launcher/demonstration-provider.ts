// The demonstration's OpenID provider beside the api: whether it is started, on which port, and under which secret the two know each other.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expectFreePort, freePort } from './port.js';

export interface ProviderPlan {
  port: number;
  issuer: string;
  /** For the provider, and for the api as its client. */
  env: { OIDC_CLIENT_ID: string; OIDC_CLIENT_SECRET_FILE: string };
}

interface Asked {
  home: string;
  /** Of the api; 0 for any. */
  apiPort: number;
  /** As the environment names it; 0 for any. */
  port?: number;
}

const HOST = '127.0.0.1';

/**
 * People are linked to the provider by its issuer, which holds its port: the port of the first start is kept in ASSENT_HOME, and used
 * as long as it is free.
 */
export async function planProvider({ home, apiPort, port: asked }: Asked): Promise<ProviderPlan> {
  const folder = path.join(home, 'provider');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const portFile = path.join(folder, 'port');
  const before = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : undefined;
  if (asked) await expectFreePort(asked, HOST, 'PROVIDER_PORT');
  const wanted = asked ?? before ?? (apiPort === 0 ? 0 : apiPort + 1);
  const port = await freePort(wanted, HOST);
  if (port !== before) writeFileSync(portFile, `${port}\n`);
  return {
    port,
    issuer: `http://${HOST}:${port}`,
    env: { OIDC_CLIENT_ID: 'assent', OIDC_CLIENT_SECRET_FILE: secretFile(folder) },
  };
}

/** Made once, readable by its owner only. */
function secretFile(folder: string): string {
  const file = path.join(folder, 'client-secret');
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  return file;
}
