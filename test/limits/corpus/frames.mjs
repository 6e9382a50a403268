// WebSocket frames as bytes (RFC 6455), so that an attack can say exactly what goes over the wire.
const MASK = Buffer.from([1, 2, 3, 4]);

/** `opcode` 1 is text, 8 the end, 9 a ping; `bits` are the highest of the first byte: the last piece, as usual. */
export function frame(payload, { opcode = 1, bits = 0x80, masked = true } = {}) {
  const body = Buffer.from(payload);
  const size = body.length < 126 ? [body.length] : [127, ...lengthOf(body.length)];
  if (body.length < 126) size[0] = body.length;
  const head = Buffer.from([bits | opcode, (masked ? 0x80 : 0) | size[0], ...size.slice(1)]);
  return masked ? Buffer.concat([head, MASK, body.map((byte, n) => byte ^ MASK[n % 4])]) : Buffer.concat([head, body]);
}

function lengthOf(bytes) {
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(bytes));
  return length;
}

export const message = content => frame(JSON.stringify(content));

/** The frames of a server that are whole, and how many bytes they take. */
export function* framesIn(bytes) {
  let at = 0;
  while (at + 2 <= bytes.length) {
    let [size, start] = [bytes[at + 1] & 0x7f, at + 2];
    if (size === 126) [size, start] = [bytes.length < start + 2 ? Infinity : bytes.readUInt16BE(start), start + 2];
    else if (size === 127)
      [size, start] = [bytes.length < start + 8 ? Infinity : Number(bytes.readBigUInt64BE(start)), start + 8];
    if (start + size > bytes.length) return;
    yield { opcode: bytes[at] & 0x0f, payload: bytes.subarray(start, start + size) };
    at = start + size;
  }
}
