// Somebody at the other end of a WebSocket: first a stranger from a network, then a person, until what they came with has ended.
import { hash } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Viewer } from '#store';
import type { RateAccount } from '../graphql/rate-account.js';
import type { RateLimits } from '../graphql/rate-limits.js';
import type { Authenticate } from '../http/authentication.js';
import type { Credential } from '../http/credential.js';
import { endings, endSocket, waiting, type Ending } from './endings.js';
import type { Connection } from './connection.js';

export interface Door {
  /** Whose a credential is. It is asked again and again without anybody doing anything: it must not keep a session alive. */
  recognise: Authenticate<Viewer>;
  limits: RateLimits;
}

/** Whom we know. */
interface Known {
  credential: Credential;
  /** Under which their requests are counted. */
  key: string;
  personId: string;
}

export class Guest implements Connection {
  private known: Known | undefined;
  private hasSpoken = false;

  constructor(
    private readonly socket: WebSocket,
    private readonly network: string,
    private readonly door: Door,
  ) {}

  get personId(): string | undefined {
    return this.known?.personId;
  }

  /** Tries what they show. Undefined when they are let in; else why they are not. */
  async introduce(credential: Credential | undefined): Promise<Ending | undefined> {
    const { limits, recognise } = this.door;
    const key = credential === undefined ? '' : hash('sha256', credential.secret, 'base64url');
    // A guess pays before the database is asked, and gets it back where it was none.
    const stranger = limits.knowsToken(key) ? undefined : limits.accountOfAddress(this.network);
    const seconds = stranger?.enter() ?? 0;
    if (seconds > 0) return waiting(seconds);
    const viewer = credential && (await recognise(credential));
    if (!credential || !isSomebody(viewer)) {
      limits.forgetToken(key);
      return endings.unknown;
    }
    stranger?.giveBack();
    this.known = { credential, key, personId: viewer.actor.personId };
    return undefined;
  }

  /** What they have to pay from. Only of somebody who is known. */
  account(): RateAccount {
    const { known, door } = this;
    return known ? door.limits.accountOf(known.personId, known.key) : door.limits.accountOfAddress(this.network);
  }

  /** For a message, whatever is in it. False when they are sent away for having sent too many. */
  paysForMessage(): boolean {
    // The first of a stranger is paid for as it is looked at.
    const isFirst = !this.hasSpoken;
    this.hasSpoken = true;
    const seconds = isFirst ? 0 : this.account().enter();
    if (seconds > 0) endSocket(this.socket, waiting(seconds));
    return seconds === 0;
  }

  async viewerNow(): Promise<Viewer | undefined> {
    const viewer = this.known && (await this.door.recognise(this.known.credential));
    if (isSomebody(viewer)) return viewer;
    endSocket(this.socket, endings.unknown);
    return undefined;
  }
}

/** Whoever holds no role any more has nothing to be told. */
const isSomebody = (viewer: Viewer | undefined): viewer is Viewer =>
  viewer !== undefined && viewer.actor.roles.length > 0;
