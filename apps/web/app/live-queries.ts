// Which queries are on the screen, so that they can be asked again when somebody changed what they show.
import { makeOperation, type Exchange, type Operation, type OperationResult } from '@urql/core';
import { pipe, tap } from 'wonka';
import { unattended } from './fetch-options.js';
import { isTold, seenIn, type Seen } from './live-seen.js';

interface Open {
  operation: Operation;
  seen: Seen;
  isOnItsWay: boolean;
}

const open = new Map<number, Open>();
/** By key, whoever waits until it is answered or gone. */
const waiting = new Map<number, (() => void)[]>();

const settle = (key: number): void => {
  for (const tell of waiting.get(key) ?? []) tell();
  waiting.delete(key);
};

const settled = (key: number): Promise<void> =>
  new Promise(resolve => void waiting.set(key, [...(waiting.get(key) ?? []), resolve]));

const forget = (key: number): void => {
  open.delete(key);
  settle(key);
};

/** Stands before the cache. */
export const openQueries: Exchange =
  ({ forward }) =>
  operations =>
    pipe(operations, tap(leaves), forward, tap(arrives));

function leaves(operation: Operation): void {
  const { kind, key } = operation;
  if (kind === 'teardown') forget(key);
  if (kind !== 'query') return;
  open.set(key, { operation, seen: open.get(key)?.seen ?? seenIn(undefined), isOnItsWay: true });
}

function arrives({ operation: { key }, data, stale }: OperationResult): void {
  const found = open.get(key);
  if (found) Object.assign(found, { seen: seenIn(data), isOnItsWay: stale });
  if (!stale) settle(key);
}

type Ask = (operation: Operation) => void;

/**
 * Asks again for what shows one of these proposals; for everything, where none are named. What is shown stays until the answer comes.
 * Resolves when all is answered.
 */
export async function askAgain(ask: Ask, ids?: readonly string[]): Promise<void> {
  const told = [...open.values()].filter(
    ({ operation: { variables }, seen }) => !ids || isTold({ variables: variables as object, seen }, ids),
  );
  await Promise.all(told.map(({ operation }) => answerTo(operation.key, ask)));
}

/** What is on its way already was asked before the change, and urql sends nothing twice at a time: its answer is waited for first. */
async function answerTo(key: number, ask: Ask): Promise<void> {
  if (open.get(key)?.isOnItsWay) await settled(key);
  const found = open.get(key);
  if (!found) return;
  const answered = settled(key);
  const { operation } = found;
  const context = { ...operation.context, requestPolicy: 'network-only' as const, fetchOptions: unattended };
  ask(makeOperation('query', { ...operation, key }, context));
  return answered;
}
