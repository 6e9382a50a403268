// The demonstration's provider as a process. It serves when it says so to its parent or in its log.
import { configurationOrEnd } from '#configuration';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runProcess, tell } from '#telemetry';

const configuration = configurationOrEnd('provider');
const { LOG_LEVEL: level, LOG_FORMAT: format } = configuration;
// The library warns there of what is so on purpose: it keeps all in memory, and runs on a Node that is newer than it expects.
console.warn = console.info = () => undefined;
await runProcess({ part: 'provider', level, format }, async endWith => {
  const { startProvider } = await import('./start-provider.js');
  const provider = await startProvider({
    home: path.resolve(configuration.ASSENT_HOME),
    port: configuration.PROVIDER_PORT,
    clientId: configuration.OIDC_CLIENT_ID,
    clientSecret: readFileSync(configuration.OIDC_CLIENT_SECRET_FILE, 'utf8').trim(),
  });
  endWith(async () => {
    await provider.close();
    return 0;
  });
  tell('serving', { address: provider.issuer });
  process.send?.({ ready: provider.issuer });
});
