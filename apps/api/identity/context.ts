// What every resolver finds in its context: the viewer, what was read for this request, and the store.
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Actor } from '#governance';
import { findOrganisations, findPeople, type OrganisationRecord, type PersonRecord, type Viewer } from '#store';
import type { GraphqlContext } from '../graphql/options.js';

export interface Loaders {
  people: DataLoader<string, PersonRecord | undefined>;
  organisations: DataLoader<string, OrganisationRecord | undefined>;
}

export interface RequestContext extends GraphqlContext<Viewer> {
  dataSource: DataSource;
  loaders: Loaders;
}

/** One set for each request: people and organisations are fetched in one statement each, however many are named. */
export const contextExtras = (dataSource: DataSource) => (): Pick<RequestContext, 'dataSource' | 'loaders'> => ({
  dataSource,
  loaders: {
    people: new DataLoader(ids => findPeople(dataSource, ids)),
    organisations: new DataLoader(ids => findOrganisations(dataSource, ids)),
  },
});

export const actorOf = ({ viewer }: RequestContext): Actor => viewer.actor;
