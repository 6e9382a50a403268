// The migrations, in order. A published one is never edited: the next change is the next number.
import { Roles1763769600001 } from './0001-roles.js';
import { Directory1763769600002 } from './0002-directory.js';
import { Ledger1763769600003 } from './0003-ledger.js';
import { Proposals1763769600004 } from './0004-proposals.js';
import { Hallway1763769600005 } from './0005-hallway.js';
import { RowLevelSecurity1763769600006 } from './0006-row-level-security.js';
import { AuditStream1763769600007 } from './0007-audit-stream.js';
import { Administration1763769600008 } from './0008-administration.js';
import { WorkerLag1763769600009 } from './0009-worker-lag.js';
import { Proof1763769600010 } from './0010-proof.js';
import { SystemStreams1763769600011 } from './0011-system-streams.js';
import { OwnActsAreOnesOwn1763769600012 } from './0012-own-acts-are-ones-own.js';
import { Reports1763769600013 } from './0013-reports.js';
import { Erasure1763769600014 } from './0014-erasure.js';
import { Sessions1763769600015 } from './0015-sessions.js';
import { Outlines1763769600016 } from './0016-outlines.js';
import { Bell1763769600017 } from './0017-bell.js';
import { Comments1763769600018 } from './0018-comments.js';

export const migrations = [
  Roles1763769600001,
  Directory1763769600002,
  Ledger1763769600003,
  Proposals1763769600004,
  Hallway1763769600005,
  RowLevelSecurity1763769600006,
  AuditStream1763769600007,
  Administration1763769600008,
  WorkerLag1763769600009,
  Proof1763769600010,
  SystemStreams1763769600011,
  OwnActsAreOnesOwn1763769600012,
  Reports1763769600013,
  Erasure1763769600014,
  Sessions1763769600015,
  Outlines1763769600016,
  Bell1763769600017,
  Comments1763769600018,
];
