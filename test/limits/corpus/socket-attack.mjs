// Sends one attack by WebSocket over a connection of its own, and says how it was answered.
import { once } from 'node:events';
import { connect } from 'node:net';
import { framesIn } from './frames.mjs';
import { get } from './request.mjs';

export const upgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'sec-websocket-protocol': 'graphql-transport-ws',
  authorization: undefined,
};

const patience = 20_000;
const headEnd = Buffer.from('\r\n\r\n');

/** The verdict is `closed 4400`, or the code of the first error that was answered; `text` is all that was said. */
export async function socketAttack({ build }, { port, token }) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  const heard = hearing(socket);
  socket.write(get('/graphql', upgrade)({ token }));
  await heard.until(bytes => bytes.includes(headEnd));
  for (const piece of build({ token })) {
    if (piece === 'until it is answered')
      await heard.until(bytes => verdictOf(bytes) || bytes.includes('connection_ack'));
    else if (piece === 'without reading') socket.pause();
    else if (!socket.destroyed && !socket.write(piece))
      await Promise.race([once(socket, 'drain').catch(() => {}), heard.end]);
  }
  socket.resume();
  const bytes = await heard.until(verdictOf);
  socket.destroy();
  return { verdict: verdictOf(bytes) ?? 'no answer', text: bytes.toString('latin1') };
}

function hearing(socket) {
  let bytes = Buffer.alloc(0);
  const pieces = [];
  const end = new Promise(resolve => socket.on('error', resolve).on('close', resolve));
  socket.on('data', piece => pieces.push(piece));
  /** All that was heard once `test` holds; also when it ended, or nothing came for too long. Looked at now and then, not at each
   * piece: whoever reads megabytes slowly is sent away before they come to the reason. */
  const until = async test => {
    const late = Date.now() + patience;
    for (;;) {
      bytes = Buffer.concat([bytes, ...pieces.splice(0)]);
      if (test(bytes) || socket.destroyed || Date.now() > late) return bytes;
      await Promise.race([end, tick()]);
    }
  };
  return { until, end };
}

const tick = () => new Promise(resolve => setTimeout(resolve, 20));

function verdictOf(bytes) {
  const start = bytes.indexOf(headEnd);
  if (start < 0) return undefined;
  for (const { opcode, payload } of framesIn(bytes.subarray(start + headEnd.length))) {
    if (opcode === 8) return `closed ${payload.length < 2 ? 'without a code' : payload.readUInt16BE(0)}`;
    const code = opcode === 1 && /"extensions":\{"code":"(\w+)"/.exec(payload.toString())?.[1];
    if (code) return code;
  }
  return undefined;
}
