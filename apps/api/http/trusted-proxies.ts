// Whose X-Forwarded-For, -Host and -Proto are believed. Nobody's, unless the configuration names them.

/** Addresses and networks of proxies; or how many stand before us, where nobody can reach us but through them. */
export type TrustedProxies = readonly string[] | number;

/** Fastify's `trustProxy`, which takes no number any more: it cannot tell whether the nearest one is a proxy. Our operator can. */
export function trustOf(proxies: TrustedProxies = []): false | string[] | ((address: string, hop: number) => boolean) {
  if (typeof proxies === 'number') return proxies > 0 && ((_address, hop) => hop < proxies);
  return proxies.length > 0 && [...proxies];
}
