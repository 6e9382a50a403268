// A line now and then while something takes long, so that nobody takes it for dead.

const every = 5_000;

/** Called as often as one likes; says something every five seconds at most. */
export function sparingly(say: (line: string) => void): (line: string) => void {
  let last = performance.now();
  return line => {
    if (performance.now() - last < every) return;
    last = performance.now();
    say(line);
  };
}

/** For people: 1.4 MB. */
export function size(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const amount = bytes / 1000 ** power;
  return `${power === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${units[power]}`;
}

export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-NZ')} ${n === 1 ? one : many}`;
