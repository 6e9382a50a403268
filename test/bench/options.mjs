// What the bench is told on its command line, and what it is when nothing is said.
import { parseArgs } from 'node:util';

export const usage = `Usage: npm run bench:smoke [-- options]
  --seconds N   for each of the measured jobs, in rounds (20)
  --rounds N    in which the jobs take turns, so that the machine's noise hits all of them (4)
  --clients N   at a time, and connections of the bare clients (16)
  --profile DIR write the CPU profiles of the product's processes there`;

/** Throws an Error with the usage for what is not understood. */
export function readOptions(args) {
  const options = {
    seconds: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '4' },
    clients: { type: 'string', default: '16' },
    profile: { type: 'string' },
  };
  const { values } = parsed(args, options);
  const numbers = [values.seconds, values.rounds, values.clients].map(Number);
  const [seconds, rounds, clients] = numbers;
  const isPlausible = seconds > 0 && [rounds, clients].every(each => Number.isInteger(each) && each > 0);
  if (!isPlausible) throw new Error(usage);
  return { seconds, rounds, clients, profile: values.profile };
}

function parsed(args, options) {
  try {
    return parseArgs({ args, options });
  } catch (error) {
    throw new Error(`${error.message}\n${usage}`);
  }
}
