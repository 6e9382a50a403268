// What each reader is told while they look: every subscription there is, until everybody was told of two changes. Whoever was told of
// the second was told all there was to tell of the first, so that silence is known without waiting for it.
import { getNamedType } from 'graphql';
import { ledgerSealed, listenTo, stopAll } from '../../live/listener.js';
import type { Row } from '../../harness/index.js';
import { readers, type Reader } from './notation.js';
import type { Garden } from './plant.js';
import type { Shown } from './routes.js';
import { schema, selectAll } from './select-all.js';

/** Each of its subscriptions, asked for with all its fields; all of them take the id of a proposal or nothing. */
const subscriptions = Object.values(schema.getSubscriptionType()!.getFields()).map(({ name, type, args }) => {
  const all = selectAll(getNamedType(type).name);
  return args.length === 0 ? `subscription { ${name} ${all} }` : `subscription ($id: ID!) { ${name}(id: $id) ${all} }`;
});

interface Ear {
  told: Shown[];
  /** Resolves when they were told that the ledger is sealed so far. */
  heardOf(size: number): Promise<void>;
  /** Resolves when the connection was ended by us; rejects when anything else ended what they asked for. */
  ended: Promise<unknown>;
}

/** By one connection. Rejects where the door is closed to them. */
async function earOf({ api, members }: Garden, reader: Reader, proposalId: string): Promise<Ear> {
  const { client, next } = listenTo({ url: () => api.url, token: members[reader].token }, ledgerSealed);
  const told: Shown[] = [];
  await next();
  const keep = async (query: string): Promise<void> => {
    const variables = query.includes('$id') ? { id: proposalId } : {};
    for await (const { data, errors } of client.iterate<Row>({ query, variables })) {
      if (errors) throw new Error(`${reader}: ${JSON.stringify(errors)}: ${query}`);
      told.push({ operation: 'Subscription', data: data ?? null, text: JSON.stringify(data) });
    }
  };
  const ended = Promise.all(subscriptions.map(keep));
  const heardOf = async (size: number): Promise<void> => {
    while ((await next()).size < size);
  };
  return { told, heardOf, ended };
}

/** `change` changes the proposal and answers how far the ledger is sealed then. */
export async function listenAll(
  garden: Garden,
  proposalId: string,
  change: () => Promise<number>,
): Promise<Record<Reader, Shown[]>> {
  const ears = new Map<Reader, Ear>();
  for (const reader of readers.filter(each => each !== 'no')) ears.set(reader, await earOf(garden, reader, proposalId));
  await turnAway(garden, proposalId);
  const all = [...ears.values()];
  const tellAll = async (): Promise<void> => {
    const size = await change();
    await Promise.all(all.map(ear => ear.heardOf(size)));
  };
  await tellAll();
  await tellAll();
  await stopAll();
  await Promise.all(all.map(({ ended }) => ended));
  return Object.fromEntries(readers.map(reader => [reader, ears.get(reader)?.told ?? []])) as Record<Reader, Shown[]>;
}

/** Whoever has no token is told nothing at all. */
async function turnAway(garden: Garden, proposalId: string): Promise<void> {
  const code = await earOf(garden, 'no', proposalId).then(
    () => 'let in',
    (ended: { code?: number }) => ended.code,
  );
  if (code !== 4401) throw new Error(`Without a token a connection ends with code 4401, and not with ${code}.`);
}
