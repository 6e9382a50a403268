// The demonstration is there to be tried hard, also by programs: its people may ask more than any machine can answer.

const rates = { RATE_PER_PERSON: '100000:1000000', RATE_PER_TOKEN: '100000:1000000' };

/** What is set by hand stands. */
export const demonstrationRates = (env: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(rates).filter(([name]) => !env[name]));
