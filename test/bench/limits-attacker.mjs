// A thread that attacks: the corpus in rounds, and all the while connections that are opened and never finish what they ask.
import { connect } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { attack } from '../limits/corpus/attack.mjs';
import { corpus } from '../limits/corpus/index.mjs';
import { busyMilliseconds } from './limits-process.mjs';

const { port, token, rounds, isLast, api } = workerData;
const halfOpen = 100;

function openHalf() {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.on('error', () => {});
  socket.write(`POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\ncontent-le`);
  return socket;
}

/** What is sent many times comes last, once: afterwards the address may try nothing more for a while. */
async function attackInRounds() {
  const outcomes = new Map();
  for (let round = 1; round <= rounds; round += 1) {
    for (const each of corpus.filter(({ times }) => times === 1 || (isLast && round === rounds))) {
      const before = busyMilliseconds(api);
      const { verdict, ms } = await attack(each, { port, token });
      const busy = (busyMilliseconds(api) - before) / each.times;
      const known = outcomes.get(each.name);
      outcomes.set(each.name, {
        ...{ name: each.name, expected: each.expected, ms: Math.max(ms, known?.ms ?? 0), busy },
        verdict: known && known.verdict !== each.expected ? known.verdict : verdict,
      });
    }
  }
  return [...outcomes.values()];
}

const sockets = Array.from({ length: halfOpen }, openHalf);
parentPort.postMessage(await attackInRounds());
for (const socket of sockets) socket.destroy();
