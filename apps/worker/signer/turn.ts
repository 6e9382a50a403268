// What a turn of the signer stands on, and what it has ready to sign when nothing speaks against it.
import type { Keys, LastSigned, Signer } from '#keys';
import type { LogStanding } from '#store';
import type { Examined } from './examine.js';
import type { SignerHome } from './home.js';
import type { Log } from './log.js';

export interface At {
  home: SignerHome;
  log: Log;
  before: LogStanding;
  keys: Keys;
}

/** What is signed next, on from what, and by whom. */
export interface Ready {
  signed: LastSigned;
  examined: Examined;
  signer: Signer;
}
