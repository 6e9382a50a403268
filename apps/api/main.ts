// The front door as a process. It serves when it says so to its parent or in its log, and drains on SIGTERM.
import 'reflect-metadata';
import { configurationOrEnd } from '#configuration';
import { runProcess } from '#telemetry';

const configuration = configurationOrEnd('api');
const { LOG_LEVEL: level, LOG_FORMAT: format } = configuration;
// The rest is loaded behind the log, so that whatever stands in its way is told there.
await runProcess({ part: 'api', level, format }, async endWith => {
  const { startApi } = await import('./start-api.js');
  await startApi(configuration, endWith);
});
