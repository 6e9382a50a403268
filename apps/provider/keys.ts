// What the provider signs tokens and cookies with: made at its first start, kept in ASSENT_HOME/provider, readable by its owner only.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface Keys {
  jwks: { keys: object[] };
  cookies: string[];
}

export function readKeys(home: string): Keys {
  const folder = path.join(home, 'provider');
  const file = path.join(folder, 'keys.json');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const part = `${file}.${process.pid}`;
    writeFileSync(part, `${JSON.stringify(makeKeys())}\n`, { mode: 0o600 });
    renameSync(part, file);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Keys;
}

function makeKeys(): Keys {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = {
    ...privateKey.export({ format: 'jwk' }),
    use: 'sig',
    alg: 'RS256',
    kid: randomBytes(8).toString('hex'),
  };
  return { jwks: { keys: [key] }, cookies: [randomBytes(32).toString('base64url')] };
}
