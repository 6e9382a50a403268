// The network that an address stands for, where attempts are counted: an IPv4 address, or the /64 that one IPv6 connection is given.

/** Some gateways write the port of each connection behind the address. */
const withPort = /^(?:(\d+\.\d+\.\d+\.\d+)|\[([^\]]+)\])(?::\d+)?$/;

export function networkOf(written: string): string {
  const [, v4, v6] = withPort.exec(written) ?? [];
  const address = v4 ?? v6 ?? written;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1] ?? address;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const [left, right] = [head, tail ?? ''].map(part => part.split(':').filter(group => group !== ''));
  const gap = tail === undefined ? [] : Array<string>(8 - left!.length - right!.length).fill('0');
  const groups = [...left!, ...gap, ...right!].map(group => Number.parseInt(group, 16).toString(16));
  return `${groups.slice(0, 4).join(':')}::/64`;
}
