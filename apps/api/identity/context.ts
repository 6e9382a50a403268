// What every resolver finds in its context: the viewer, what was read for this request, and the store.
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Actor } from '#governance';
import {
  findErasers,
  findOrganisations,
  findPeople,
  type ErasureList,
  type OrganisationRecord,
  type PersonRecord,
  type SessionTimes,
  type Viewer,
  type WordsPlace,
} from '#store';
import type { ErasureGate } from '../erasure/erasure-gate.js';
import type { GraphqlContext } from '../graphql/options.js';
import { reauthenticate, refusal } from '../graphql/refusals.js';
import { proposalLoaders, type ProposalLoaders } from '../proposals/proposal-loaders.js';
import { ReadingNotes } from './reading-notes.js';

export interface Loaders extends ProposalLoaders {
  people: DataLoader<string, PersonRecord | undefined>;
  organisations: DataLoader<string, OrganisationRecord | undefined>;
  /** The id of the entry by which words are gone. */
  erasers: DataLoader<WordsPlace, string | null>;
}

export interface RequestContext extends GraphqlContext<Viewer> {
  dataSource: DataSource;
  loaders: Loaders;
  notes: ReadingNotes;
  /** How long sessions last. */
  times: SessionTimes;
  /** Where erasures are told outside the database. */
  erasureList: ErasureList;
}

/** One set for each request: people and organisations are fetched in one statement each, however many are named. */
export const contextExtras =
  (erasures: ErasureGate, times: SessionTimes) =>
  ({ viewer }: GraphqlContext<Viewer>): Omit<RequestContext, keyof GraphqlContext> => {
    const { dataSource, list: erasureList } = erasures;
    erasures.expectOpen();
    return {
      dataSource,
      erasureList,
      times,
      notes: new ReadingNotes(),
      loaders: {
        people: new DataLoader(ids => findPeople(dataSource, ids)),
        organisations: new DataLoader(ids => findOrganisations(dataSource, ids)),
        erasers: new DataLoader(places => findErasers(dataSource, viewer.actor, places)),
        ...proposalLoaders(dataSource, viewer.actor),
      },
    };
  };

/** The viewer as somebody who acts. Throws TOKEN_READS_ONLY (HTTP 403) for a token without the scope `write`. */
export function requireWriting({ viewer }: RequestContext): Actor {
  if (viewer.scopes.includes('write')) return viewer.actor;
  throw refusal('TOKEN_READS_ONLY', 'This access token may only read. Use one with the scope “write”.', 403);
}

/** Throws REAUTHENTICATE (HTTP 403) where its person came with a session and did not show lately who they are. Tokens show it each time. */
export function requireFresh({ viewer: { session } }: RequestContext): void {
  if (session && !session.isFresh) throw reauthenticate();
}

export const actorOf = ({ viewer }: RequestContext): Actor => viewer.actor;
