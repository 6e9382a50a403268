// Is the port free on which the product shall be reached? Asked before anything is forked, so that the answer is a sentence.
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export class PortTakenError extends Error {}

/** A process of a start that was killed may need a moment to let go of the port: it is waited for, up to `patience` ms. */
export async function expectFreePort(port: number, host: string, patience = 3_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await isFree(port, host))) {
    if (Date.now() > deadline) {
      throw new PortTakenError(
        `Port ${port} on ${host} is taken by another program. Set PORT to a free one: PORT=${port + 1} npm start`,
      );
    }
    await sleep(150);
  }
}

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: { code?: string }) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error as Error),
    );
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
