// One question to the api over HTTP, and what its answer says about a command: done, refused, or that nobody knows.
import { setTimeout as sleep } from 'node:timers/promises';
import type { AcknowledgedEntry } from './history.js';

export interface Receipt {
  is: 'acknowledged';
  replayed: boolean;
  proposal: { id: string; version: number; state: string };
  entries: (AcknowledgedEntry & { payload?: { concernId?: string } })[];
}

export interface Refusal {
  is: 'refused';
  kind: string;
  code: string;
}

export type Outcome = Receipt | Refusal | { is: 'unknown'; why: string };

/** Milliseconds: longer than anything inside the product may take. Who waits that long is told nothing and has to ask again. */
export const patience = 30_000;

interface Answer {
  data?: Record<string, unknown>;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** Where somebody asks, and as whom. */
export interface Door {
  url: string;
  token: string;
  /** Milliseconds after which they no longer wait for the answer. */
  hangsUpAfter?: number;
}

/** Throws for a connection that was lost, and for a server that says it failed. */
async function post(door: Door, query: string, variables: object): Promise<Record<string, unknown>> {
  const { url, token, hangsUpAfter = patience } = door;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(hangsUpAfter),
  });
  const { data, errors } = (await response.json()) as Answer;
  const code = errors?.[0]?.extensions?.code;
  const isTheirs = response.status >= 500 || code === 'INTERNAL_SERVER_ERROR';
  if (errors && !isTheirs)
    throw new CampaignError(`The api refused what the campaign sent (${code}): ${errors[0]?.message}`);
  if (errors || !data) throw new Error(`HTTP ${response.status} ${code}`);
  return data;
}

/** A fault of the campaign itself: it would prove nothing, so it ends. */
export class CampaignError extends Error {}

const inputOf = (mutation: string): string => `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;

const document = (mutation: string): string => `mutation Do($input: ${inputOf(mutation)}!) {
  result: ${mutation}(input: $input) { __typename
    ... on Receipt { replayed proposal { id version state }
      entries { id sequence hash type ${mutation === 'raiseConcern' ? 'payload' : ''} } }
    ... on Problem { kind code } } }`;

export async function sendCommand(door: Door, mutation: string, input: object): Promise<Outcome> {
  try {
    const { result } = (await post(door, document(mutation), { input })) as {
      result: Outcome & { __typename: string };
    };
    const { __typename: type, ...said } = result;
    return { ...said, is: type === 'Receipt' ? 'acknowledged' : 'refused' } as Outcome;
  } catch (error) {
    if (error instanceof CampaignError) throw error;
    const { message, cause } = error as Error & { cause?: { code?: string } };
    return { is: 'unknown', why: cause?.code ?? message };
  }
}

/** The newest signed checkpoint, as anybody may ask for it; undefined while there is none, or nobody answers. */
export async function readCheckpoint(door: Door): Promise<string | undefined> {
  try {
    const { checkpoint } = (await post(door, '{ checkpoint { note } }', {})) as { checkpoint: { note: string } | null };
    return checkpoint?.note;
  } catch (error) {
    if (error instanceof CampaignError) throw error;
    return undefined;
  }
}

export interface Standing {
  version: number;
  state: string;
  /** Sign-offs that are given and current. */
  given: string[];
}

const standingQuery = `query Standing($id: ID!) { proposal(id: $id) { version state signOffs { key status } } }`;

/** Asked until somebody answers. Null: there is no such proposal. */
export async function readStanding(urls: () => string, token: string, id: string): Promise<Standing | null> {
  const deadline = performance.now() + 4 * patience;
  for (;;) {
    try {
      const { proposal } = (await post({ url: urls(), token }, standingQuery, { id })) as {
        proposal: (Omit<Standing, 'given'> & { signOffs: { key: string; status: string }[] }) | null;
      };
      if (!proposal) return null;
      const { version, state, signOffs } = proposal;
      return { version, state, given: signOffs.filter(({ status }) => status === 'GIVEN').map(({ key }) => key) };
    } catch (error) {
      if (error instanceof CampaignError) throw error;
      if (performance.now() > deadline) throw new CampaignError(`Nobody answered for ${(4 * patience) / 1000} s.`);
      await sleep(200);
    }
  }
}
