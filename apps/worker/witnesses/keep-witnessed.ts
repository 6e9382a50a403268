// Asks the witnesses for each new checkpoint, in the background: all of them for the same one, so that together they can meet the
// quorum. Whoever is down or slow delays only what is witnessed.
import type { DataSource } from 'typeorm';
import { meetsQuorum } from '#ledger';
import { cosignedSizes, keepCosignature, logStanding, proveConsistency, type StoredCheckpoint } from '#store';
import { faultFields, tell } from '#telemetry';
import { pause } from '../pause.js';
import { ask, type Answer } from './ask.js';
import type { Witness, Witnesses } from './read-witnesses.js';

/** Milliseconds: between two rounds, and at most before somebody who failed is asked again; that doubles from failure to failure. */
const paces = { round: 1_000, longest: 60_000 };

/** What we know of one witness. */
interface Asked {
  witness: Witness;
  /** The largest size it cosigned. */
  size: number;
  failures: number;
  notBefore: number;
}

/** Resolves when it was told to stop. */
export async function keepWitnessed(
  dataSource: DataSource,
  witnesses: Witnesses | undefined,
  stopping: AbortSignal,
): Promise<void> {
  if (!witnesses) return;
  let all: Asked[] | undefined;
  let isFailing = false;
  while (!stopping.aborted) {
    try {
      all ??= await known(dataSource, witnesses);
      await round({ dataSource, policy: witnesses.policy, stopping }, all);
      isFailing = false;
    } catch (error) {
      // Of the database: a witness that fails is told of by itself. Said once for each outage.
      if (!isFailing) tell('witnessing-failed', faultFields(error));
      isFailing = true;
    }
    await pause(paces.round, stopping);
  }
}

async function known(dataSource: DataSource, { asked }: Witnesses): Promise<Asked[]> {
  const sizes = await cosignedSizes(dataSource);
  return asked.map(witness => ({ witness, size: sizes.get(witness.name) ?? 0, failures: 0, notBefore: 0 }));
}

interface Round {
  dataSource: DataSource;
  policy: Witnesses['policy'];
  stopping: AbortSignal;
}

/** One checkpoint, the latest, put to everybody who has not cosigned it. */
export async function round(at: Round, all: Asked[]): Promise<void> {
  const { latest } = await logStanding(at.dataSource);
  if (!latest) return;
  const due = all.filter(({ size, notBefore }) => size < latest.size && notBefore <= performance.now());
  await Promise.all(due.map(each => submit(at, each, latest)));
}

async function submit(at: Round, asked: Asked, latest: StoredCheckpoint): Promise<void> {
  let answer = await askFrom(at, asked, latest, asked.size);
  // It says itself what it knows; more than we ever signed it cannot know.
  if ('knows' in answer) {
    answer = answer.knows <= latest.size ? await askFrom(at, asked, latest, answer.knows) : { failed: 'knows-more' };
  }
  if (!('line' in answer)) return noteFailure(asked, 'failed' in answer ? answer.failed : 'moved-on');
  const { line, at: cosignedAt } = answer;
  const cosignature = { size: latest.size, witness: asked.witness.name, line, at: cosignedAt };
  await keepCosignature(at.dataSource, cosignature, who => meetsQuorum(at.policy, who));
  if (asked.failures > 0) tell('witness-resumed', { witness: asked.witness.name });
  Object.assign(asked, { size: latest.size, failures: 0, notBefore: 0 });
}

async function askFrom(
  { dataSource, stopping }: Round,
  { witness }: Asked,
  { size, note }: StoredCheckpoint,
  from: number,
): Promise<Answer> {
  const proof = await proveConsistency(dataSource, from, size);
  return ask(witness, { from, proof, note }, stopping);
}

function noteFailure(asked: Asked, reason: string): void {
  if (asked.failures === 0) tell('witness-failed', { witness: asked.witness.name, reason });
  asked.failures += 1;
  asked.notBefore = performance.now() + Math.min(paces.round * 2 ** asked.failures, paces.longest);
}
