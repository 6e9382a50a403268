// What every resolver finds in its context: the viewer, what was read for this request, and the store.
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Actor } from '#governance';
import { findOrganisations, findPeople, type OrganisationRecord, type PersonRecord, type Viewer } from '#store';
import type { GraphqlContext } from '../graphql/options.js';
import { refusal } from '../graphql/refusals.js';
import { ReadingNotes } from './reading-notes.js';

export interface Loaders {
  people: DataLoader<string, PersonRecord | undefined>;
  organisations: DataLoader<string, OrganisationRecord | undefined>;
}

export interface RequestContext extends GraphqlContext<Viewer> {
  dataSource: DataSource;
  loaders: Loaders;
  notes: ReadingNotes;
}

/** One set for each request: people and organisations are fetched in one statement each, however many are named. */
export const contextExtras =
  (dataSource: DataSource) => (): Pick<RequestContext, 'dataSource' | 'loaders' | 'notes'> => ({
    dataSource,
    notes: new ReadingNotes(),
    loaders: {
      people: new DataLoader(ids => findPeople(dataSource, ids)),
      organisations: new DataLoader(ids => findOrganisations(dataSource, ids)),
    },
  });

/** The viewer as somebody who acts. Throws TOKEN_READS_ONLY (HTTP 403) for a token without the scope `write`. */
export function requireWriting({ viewer }: RequestContext): Actor {
  if (viewer.scopes.includes('write')) return viewer.actor;
  throw refusal('TOKEN_READS_ONLY', 'This access token may only read. Use one with the scope “write”.', 403);
}

export const actorOf = ({ viewer }: RequestContext): Actor => viewer.actor;
