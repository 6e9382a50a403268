// One person at the api's door: what they ask and what they are told, over HTTP as any client would have it.
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import {
  accessTokensQuery,
  historyQuery,
  listQuery,
  mutationText,
  ownHistoryQuery,
  peopleQuery,
  proposalQuery,
  roleHistoryQuery,
} from './documents.js';
import type { Row } from './database.js';

export interface Receipt {
  __typename: 'Receipt';
  commandId: string;
  replayed: boolean;
  proposal: Row;
  entries: Row[];
}

/** Of a change of the directory; what was made is under its own name. */
export interface DirectoryReceipt {
  __typename: 'DirectoryReceipt';
  commandId: string;
  replayed: boolean;
  entries: Row[];
  organisation: Row | null;
  person: Row | null;
  roleAssignment: Row | null;
  accessToken: Row | null;
  secret: string | null;
}

export interface Problem {
  __typename: 'Problem';
  kind: string;
  code: string;
  message: string;
  path: string[] | null;
  blockers: { code: string; message: string; subject: string | null }[];
}

export interface Page {
  edges: { cursor: string; node: Row }[];
  pageInfo: Row;
  totalCount?: number;
}

export interface Door {
  url: string;
  /** The version that a person would have read just now. */
  versionOf(proposalId: string): Promise<number>;
}

/** The subjects of what stands in the way, in order of the alphabet. */
export const subjectsOf = ({ blockers }: Pick<Problem, 'blockers'>): string[] =>
  blockers.map(({ code, subject }) => subject ?? code).sort();

/** The ids of a page's nodes, in its order. */
export const idsOf = ({ edges }: Page): string[] => edges.map(({ node }) => node['id'] as string);

export const versioned: ReadonlySet<string> = new Set(
  (
    'reviseProposal submitProposal invitePartners giveSignOff withdrawSignOff recordDecision raiseTier markRelevance ' +
    'handOverProposal withdrawProposal'
  ).split(' '),
);

export type Visitor = ReturnType<typeof visitor>;

export function visitor({ url, versionOf }: Door, token: string) {
  const send = (body: object | string, headers: Record<string, string> = {}) =>
    request(url)
      .post('/graphql')
      .set({ authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers })
      .send(body);

  /** The data of an answer without errors. */
  const query = async <T extends Row = Row>(text: string, variables: object = {}): Promise<T> => {
    const { status, body } = await send({ query: text, variables });
    if (body.errors) throw new Error(`${status}: ${JSON.stringify(body.errors)}`);
    return body.data as T;
  };

  /** The command exactly as given. */
  const raw = async (mutation: string, input: object): Promise<Receipt | Problem> =>
    (await query(mutationText(mutation), { input }))[mutation] as Receipt | Problem;

  /** The command with what a person's client fills in: a new command id and the version just read. */
  const tryTo = async (mutation: string, input: Row): Promise<Receipt | Problem> => {
    const needsVersion = versioned.has(mutation) && !('expectedVersion' in input);
    const version = needsVersion ? { expectedVersion: await versionOf(input['proposalId'] as string) } : {};
    return raw(mutation, { commandId: randomUUID(), ...version, ...input });
  };

  return {
    send,
    query,
    raw,
    tryTo,
    /** Must be accepted. */
    do: async (mutation: string, input: Row): Promise<Receipt> => {
      const result = await tryTo(mutation, input);
      if (result.__typename === 'Problem') throw new Error(`${mutation} was refused: ${JSON.stringify(result)}`);
      return result;
    },
    /** A change of the directory that must be accepted. */
    change: async (mutation: string, input: Row): Promise<DirectoryReceipt> => {
      const result = (await tryTo(mutation, input)) as DirectoryReceipt | Problem;
      if (result.__typename === 'Problem') throw new Error(`${mutation} was refused: ${JSON.stringify(result)}`);
      return result;
    },
    /** Must be refused. */
    refused: async (mutation: string, input: Row): Promise<Problem> => {
      const result = await tryTo(mutation, input);
      if (result.__typename !== 'Problem')
        throw new Error(`${mutation} was accepted: ${JSON.stringify(result.entries.map(({ type }) => type))}`);
      return result;
    },
    read: async (id: string): Promise<Row | null> => (await query(proposalQuery, { id }))['proposal'],
    list: async (filter: object = {}, page: object = {}): Promise<Page> =>
      (await query(listQuery, { filter, ...page }))['proposals'],
    history: async (filter: object = {}, page: object = {}): Promise<Page> =>
      (await query(historyQuery, { filter, first: 100, ...page }))['decisionHistory'],
    people: async (filter: object = {}): Promise<Page> => (await query(peopleQuery, filter))['people'],
    roleHistory: async (filter: object = {}, page: object = {}): Promise<Page> =>
      (await query(roleHistoryQuery, { filter, ...page }))['roleHistory'],
    accessTokens: async (filter: object = {}): Promise<Page> =>
      (await query(accessTokensQuery, filter))['accessTokens'],
    historyOf: async (id: string): Promise<Row[]> => {
      const { proposal } = await query(ownHistoryQuery, { id, first: 100 });
      return (proposal.history as Page).edges.map(({ node }) => node);
    },
  };
}
