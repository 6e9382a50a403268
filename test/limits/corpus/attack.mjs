// Sends one attack over a connection of its own and says how it was answered.
import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate as lookUp, setTimeout as sleep } from 'node:timers/promises';

const patience = 20_000;
const headEnd = '\r\n\r\n';

/** The answers to all requests of the attack; the verdict is that of the last one, `ms` the longest time that one took. */
export async function attack({ build, times }, { port, token }) {
  const answers = [];
  for (let n = 0; n < times; n += 1) answers.push(await exchange(port, build({ token })));
  const ms = Math.max(...answers.map(answer => answer.ms));
  return { verdict: answers.at(-1).verdict, ms, text: answers.map(answer => answer.text).join('\n') };
}

async function exchange(port, request) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  const began = performance.now();
  const answer = firstAnswer(socket);
  const writing = write(socket, typeof request.next === 'function' ? request : [request], answer);
  const text = await answer;
  const ms = performance.now() - began;
  socket.destroy();
  await writing;
  return { verdict: verdictOf(text), ms, text };
}

/** Goes on writing until it is answered, looking for the answer in between: after a hang-up a write would lose what was not read. */
async function write(socket, chunks, answer) {
  let isAnswered = false;
  void answer.then(() => (isAnswered = true));
  for (const chunk of chunks) {
    if (isAnswered || socket.destroyed) return;
    const isFull = !socket.write(chunk);
    await (isFull ? Promise.race([once(socket, 'drain').catch(() => {}), answer]) : lookUp());
  }
}

/** The first whole answer as text; what came until the connection ended, or nothing came for too long. Never rejects. */
async function firstAnswer(socket) {
  let text = '';
  const whole = new Promise(resolve => {
    const end = () => resolve(text);
    socket.setEncoding('utf8').on('data', piece => {
      text += piece;
      if (isWhole(text)) end();
    });
    socket.on('error', end).on('close', end);
  });
  const stop = new AbortController();
  const late = sleep(patience, undefined, { signal: stop.signal }).catch(() => {});
  await Promise.race([whole, late]);
  stop.abort();
  return text;
}

function isWhole(text) {
  const end = text.indexOf(headEnd);
  const size = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, end))?.[1];
  return end > 0 && size !== undefined && Buffer.byteLength(text.slice(end + headEnd.length)) >= Number(size);
}

/** `400 TOO_MANY_TOKENS`; `no answer` where there was none. */
function verdictOf(text) {
  const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
  const code = /"extensions":\{"code":"(\w+)"/.exec(text)?.[1];
  return status ? `${status} ${code ?? 'ok'}` : 'no answer';
}
