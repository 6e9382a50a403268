// The types of the corpus, for the spec.
export interface Attack {
  name: string;
  /** What it is meant to do. */
  tries: string;
  /** The bytes of one request; a generator gives them piece by piece, for as long as nobody answers. */
  build(given: { token: string }): Uint8Array | Generator<Uint8Array | string>;
  /** Status and code. */
  expected: string;
  /** How often it is sent, one after the other; the last answer counts. */
  times: number;
}

export declare const corpus: readonly Attack[];

export interface SocketAttack {
  name: string;
  tries: string;
  /** What is sent once it is open: frames, and words for what happens between them. */
  build(given: { token: string }): (Uint8Array | string)[];
  /** `closed 4400`, or the code of an error. */
  expected: string;
}

export declare const sockets: readonly SocketAttack[];
