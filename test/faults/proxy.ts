// The network between the product and its database, in our hands: it can be cut, reset, stalled, slowed, or left half open.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

interface Pair {
  /** Towards the product. */
  near: Socket;
  /** Towards the database. */
  far: Socket;
  /** One side is gone, and the other is never told. */
  isHalfOpen: boolean;
}

export interface Proxy {
  port: number;
  /** Everybody is hung up on, and nobody let in until it is mended. */
  cut(): void;
  mend(): void;
  /** Everybody is hung up on at once, by RST. */
  reset(): void;
  /** One side of each connection ends without the other's hearing of it. New connections are as ever. */
  halfOpen(gone: 'near' | 'far'): void;
  /** Nothing passes for so many milliseconds; then everything does. */
  stall(milliseconds: number): void;
  /** Each piece takes so many milliseconds longer; 0 is as ever. */
  delay(milliseconds: number): void;
  close(): Promise<void>;
}

/** A proxy on a port of its own to `target` on this machine. */
export async function openProxy(target: number): Promise<Proxy> {
  const pairs = new Set<Pair>();
  let isCut = false;
  let latency = 0;
  let isStalled: Promise<unknown> = Promise.resolve();

  const forward = (from: Socket, to: Socket, pair: Pair): void => {
    let queue: Promise<unknown> = Promise.resolve();
    const then = (work: () => void): void => {
      queue = queue.then(() => isStalled).then(() => (latency > 0 ? sleep(latency) : undefined));
      queue = queue.then(() => !pair.isHalfOpen && work());
    };
    from.on('data', chunk => then(() => to.write(chunk)));
    // What was said before the end is still passed on; the end itself comes after it.
    from.on('close', () => then(() => to.destroy()));
    from.on('close', () => from === pair.near && pairs.delete(pair));
    from.on('error', () => undefined); // a broken connection is told by its close
  };

  const server = createServer({ noDelay: true }, near => {
    if (isCut) return void near.resetAndDestroy();
    const far = connect({ port: target, host: '127.0.0.1', noDelay: true });
    const pair = { near, far, isHalfOpen: false };
    pairs.add(pair);
    forward(near, far, pair);
    forward(far, near, pair);
  });
  const each = (work: (pair: Pair) => void): void => [...pairs].forEach(work);
  const hangUp = ({ near, far }: Pair): void => {
    near.destroy();
    far.destroy();
  };

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      isCut = true;
      each(hangUp);
    },
    mend: () => void (isCut = false),
    reset: () =>
      each(({ near, far }) => {
        near.resetAndDestroy();
        far.resetAndDestroy();
      }),
    halfOpen: gone =>
      each(pair => {
        pair.isHalfOpen = true;
        pair[gone].destroy();
      }),
    stall: milliseconds => void (isStalled = sleep(milliseconds)),
    delay: milliseconds => void (latency = milliseconds),
    close: async () => {
      server.close();
      each(hangUp);
      await once(server, 'close');
    },
  };
}
