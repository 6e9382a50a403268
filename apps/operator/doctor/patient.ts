// What is examined: an installation, and its database if that answers.
import type { Client } from 'pg';
import type { Installation } from '../installation.js';
import type { Finding } from './finding.js';

export interface Patient {
  installation: Installation;
  now: Date;
  /** Of the checkout or image that runs: where package.json is. */
  root: string;
}

export interface PatientWithDatabase extends Patient {
  /** A session that cannot change anything. */
  client: Client;
  /** False when row-level security hides rows from this login: then what it does not see says nothing. */
  seesAll: boolean;
}

export type Check = (patient: Patient) => Finding[] | Promise<Finding[]>;
export type DatabaseCheck = (patient: PatientWithDatabase) => Finding[] | Promise<Finding[]>;
