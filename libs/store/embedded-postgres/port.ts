// Which port a server gets: any free one, anew at each start, so that a busy port is never a person's problem.
import { createServer, type AddressInfo } from 'node:net';

/** A port of 127.0.0.1 that was free a moment ago. Another process may take it before the server does: try again then. */
function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** The wanted port at the first asking, then any free one: whoever took the wanted one keeps it. */
export function preferring(wanted?: number): () => Promise<number> {
  let isFirst = wanted !== undefined;
  return () => {
    const port = isFirst && wanted !== undefined ? Promise.resolve(wanted) : findFreePort();
    isFirst = false;
    return port;
  };
}
