// Reads of one proposal as one persona. A proposal that the persona may not read is null, as for an unknown id.
import type { Answer, Client, Data, Rejection } from './client.js';
import { alternativesQuery, concernsQuery, conditionsQuery, historyQuery, versionQuery } from './documents.js';

/** What came back: the thing, null where this persona may not read it, or the refusal of GraphQL or HTTP. */
export type Read<T> = { value: T | null; rejected?: undefined } | { rejected: Rejection; value?: undefined };

export interface Concern {
  id: string;
  statement: string;
  status: string;
  disposition: string | null;
  raisedAt: string;
  raisedBy: { id: string };
}

export interface Alternative {
  id: string;
  description: string;
  proposedByPartner: boolean;
}

interface Page {
  edges: { node: unknown }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Any query whose one field is the proposal, or something of it. */
export async function read<T = Data>(
  client: Client,
  persona: string,
  query: string,
  variables: Data,
): Promise<Read<T>> {
  return toRead<T>(await client.ask(persona, query, variables));
}

function toRead<T>(answer: Answer): Read<T> {
  if (answer.data) return { value: (Object.values(answer.data)[0] ?? null) as T | null };
  return answer.rejected.code === 'NOT_FOUND' ? { value: null } : { rejected: answer.rejected };
}

export async function readVersion(client: Client, persona: string, id: string): Promise<number | undefined> {
  return (await read<{ version: number }>(client, persona, versionQuery, { id })).value?.version;
}

/** The conditions in force, in the order of the product; empty where the persona sees none. */
export async function readConditions(client: Client, persona: string, id: string) {
  type Proposal = { conditions: { id: string; metAt: string | null }[] };
  return (await read<Proposal>(client, persona, conditionsQuery, { id })).value?.conditions ?? [];
}

export async function readAlternatives(client: Client, persona: string, id: string): Promise<Alternative[]> {
  type Proposal = { dossier: { alternatives: Alternative[] } };
  return (await read<Proposal>(client, persona, alternativesQuery, { id })).value?.dossier.alternatives ?? [];
}

export const readConcerns = (client: Client, persona: string, id: string): Promise<Read<Concern[]>> =>
  readPages<Concern>(client, persona, concernsQuery, id);

export const readHistory = (client: Client, persona: string, id: string): Promise<Read<{ type: string }[]>> =>
  readPages<{ type: string }>(client, persona, historyQuery, id);

/** Follows the cursor to the end; a cursor that comes twice ends the reading, so that it always ends. */
async function readPages<T>(client: Client, persona: string, query: string, id: string): Promise<Read<T[]>> {
  const nodes: T[] = [];
  const cursors = new Set<string>();
  for (let after: string | null = null; ;) {
    const answer: Read<{ page: Page }> = await read(client, persona, query, { id, after });
    if (!answer.value) return answer as Read<T[]>;
    const { edges, pageInfo }: Page = answer.value.page;
    nodes.push(...edges.map(edge => edge.node as T));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage || after === null || cursors.has(after)) return { value: nodes };
    cursors.add(after);
  }
}
