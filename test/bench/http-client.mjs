// One keep-alive connection that asks one thing at a time. Written on the socket, because the load shares its CPUs with what it
// loads: an ordinary HTTP client would take a tenth of the machine away from both.
import { connect } from 'node:net';

const patience = 30_000;
const headEnd = Buffer.from('\r\n\r\n');

/** `post` answers { status, body }, `body` being text. A server may hang up between two requests: then it is called again. */
export function openClient(port) {
  let socket;
  let waiting;
  const settle = (how, what) => {
    const { [how]: answer } = waiting ?? {};
    waiting = undefined;
    answer?.(what);
  };
  const open = () => {
    const opened = connect({ port, host: '127.0.0.1', noDelay: true });
    const isOver = error => {
      if (socket !== opened) return;
      socket = undefined;
      opened.destroy();
      settle('reject', error);
    };
    opened.on(
      'data',
      reader(answer => settle('resolve', answer), isOver),
    );
    opened.setTimeout(patience, () => isOver(new Error(`No answer within ${patience / 1000} s.`)));
    opened.on('error', isOver);
    opened.on('close', () => isOver(new Error('The server closed the connection.')));
    return opened;
  };
  const post = (path, token, body) =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      socket ??= open();
      socket.write(requestText(path, token, body));
    });
  return { post, close: () => socket?.destroy() };
}

const requestText = (path, token, body) =>
  `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\nauthorization: Bearer ${token}\r\n` +
  `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

/** Takes chunks, gives whole answers. */
function reader(onAnswer, onFault) {
  let received = Buffer.alloc(0);
  return chunk => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    try {
      const answer = readAnswer(received);
      if (!answer) return;
      received = received.subarray(answer.length);
      onAnswer(answer);
    } catch (error) {
      onFault(error);
    }
  };
}

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
