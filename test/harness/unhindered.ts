// Rates as good as none: a story is played faster than people act.
const boundless = { perSecond: 1_000_000, burst: 100_000_000 };

export const unhindered = { person: boundless, token: boundless, address: boundless };
