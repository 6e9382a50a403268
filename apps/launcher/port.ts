// Is the port free on which the product shall be reached? Asked before anything is forked, so that the answer is a sentence.
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export class PortTakenError extends Error {}

/** A process of a start that was killed may need a moment to let go of the port: it is waited for, up to `patience` ms. */
export async function expectFreePort(port: number, host: string, name = 'PORT', patience = 3_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await isFree(port, host))) {
    if (Date.now() > deadline) {
      throw new PortTakenError(
        `Port ${port} on ${host} is taken by another program. Set ${name} to a free one: ${name}=${port + 1} npm start`,
      );
    }
    await sleep(150);
  }
}

/** This one if it is free, else any other that is; 0 asks for any. */
export async function freePort(wanted: number, host: string): Promise<number> {
  if (wanted !== 0 && (await isFree(wanted, host))) return wanted;
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, host, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: { code?: string }) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error as Error),
    );
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
