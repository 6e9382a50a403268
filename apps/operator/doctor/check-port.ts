// Is the api's port free, or is it ours already?
import { createServer } from 'node:net';
import { ok, problem, type Finding } from './finding.js';
import type { Patient } from './patient.js';

export async function checkPort({ installation: { configuration } }: Patient): Promise<Finding[]> {
  const { PORT: port, HOST: host } = configuration;
  const failure = await listen(port, host);
  if (failure === undefined) return [ok('Port', `${port} on ${host} is free: no api runs here`)];
  if (failure !== 'EADDRINUSE')
    return [
      problem('Port', `nothing can listen on ${host}:${port} (${failure})`, 'Set HOST to an address of this machine.'),
    ];
  if (await isOurs(host, port)) return [ok('Port', `an api of Assent answers on ${host}:${port}`)];
  return [problem('Port', `another program has ${port} on ${host}`, `End it, or set PORT to a free one.`)];
}

/** The code of what stands in the way; undefined when nothing does. */
const listen = (port: number, host: string): Promise<string | undefined> =>
  new Promise(resolve => {
    const server = createServer();
    server.once('error', (error: { code?: string }) => resolve(error.code ?? 'unknown'));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });

const everywhere: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

async function isOurs(host: string, port: number): Promise<boolean> {
  const name = everywhere[host] ?? (host.includes(':') ? `[${host}]` : host);
  try {
    const answer = await fetch(`http://${name}:${port}/livez`, { signal: AbortSignal.timeout(3_000) });
    return ((await answer.json()) as { alive?: boolean }).alive === true;
  } catch {
    return false; // whatever it speaks, it is not our api
  }
}
