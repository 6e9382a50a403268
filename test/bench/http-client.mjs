// One keep-alive connection that asks one thing at a time. Written on the socket, because the load shares its CPUs with what it
// loads: an ordinary HTTP client would take a tenth of the machine away from both.
import { connect } from 'node:net';
import { once } from 'node:events';

const patience = 30_000;
const headEnd = Buffer.from('\r\n\r\n');

/** Resolves connected; `post` answers { status, body }, `body` being text. Rejects when the server hangs up. */
export async function openClient(port) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  let waiting;
  let received = Buffer.alloc(0);
  socket.on('data', chunk => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const answer = readAnswer(received);
    if (!answer) return;
    received = received.subarray(answer.length);
    waiting?.resolve(answer);
  });
  const fail = error => waiting?.reject(error ?? new Error('The server closed the connection.'));
  socket.on('error', fail);
  socket.on('close', () => fail());
  socket.setTimeout(patience, () => fail(new Error(`No answer within ${patience / 1000} s.`)));
  const send = text =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      socket.write(text);
    });
  return {
    post: (path, token, body) => send(requestText(path, token, body)),
    close: () => {
      waiting = undefined;
      socket.destroy();
    },
  };
}

const requestText = (path, token, body) =>
  `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\nauthorization: Bearer ${token}\r\n` +
  `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

/** Undefined until the whole answer is there. Every server that is measured here sends a content-length. */
function readAnswer(received) {
  const end = received.indexOf(headEnd);
  if (end < 0) return undefined;
  const head = received.toString('latin1', 0, end);
  const size = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (size === undefined) throw new Error(`An answer without a content-length:\n${head}`);
  const length = end + headEnd.length + Number(size);
  if (received.length < length) return undefined;
  return { status: Number(head.slice(9, 12)), body: received.toString('utf8', end + headEnd.length, length), length };
}
