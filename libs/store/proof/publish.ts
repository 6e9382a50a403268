// Workflow definitions and catalogues as entries of the ledger, once each and with all they say: whoever has the entries can judge
// them by the rules that held, without asking us for those.
import type { DataSource } from 'typeorm';
import { catalogues, definitions, pinOf, type Catalogue, type WorkflowDefinition } from '#governance';
import { appendTo, lockStream } from '../append.js';
import { inTransaction, run, type PgClient, type Statement } from '../connection.js';
import { definitionsStream, systemActor } from '../ledger/index.js';

interface Pin {
  key: string;
  version: number;
  /** Hex SHA-256 over the canonical JSON of what is published. */
  digest: string;
}

export type Published =
  | ({ type: 'DefinitionPublished'; definition: object } & Pin)
  | ({ type: 'CataloguePublished'; catalogue: object } & Pin);

/** When, and ids for the entries: read where the process begins its work. */
export interface SystemAct {
  at: string;
  newId: () => string;
}

const published: Statement = {
  name: 'published-definitions',
  text: `select type, (payload ->> 'key') as key, (payload ->> 'version')::integer as version, payload ->> 'digest' as digest
    from ledger_entry e, lateral (select convert_from(e.bytes, 'UTF8')::jsonb -> 'payload' as payload) read
    where stream = $1`,
};

interface Found extends Pin {
  type: Published['type'];
}

/** A published version was edited: such a release must not run. */
export class EditedDefinitionError extends Error {
  override name = 'EditedDefinitionError';
}

/**
 * Publishes what the release has and the ledger has not; answers how many that were. Throws an EditedDefinitionError where a version is
 * published already with other content.
 */
export const publishDefinitions = (
  dataSource: DataSource,
  { at, newId }: SystemAct,
  register: Published[] = registered(),
): Promise<number> =>
  inTransaction(dataSource, async client => {
    const head = await lockStream(client, definitionsStream);
    const unpublished = notIn(await readPublished(client), register);
    const inputs = unpublished.map(event => ({ id: newId(), type: event.type, event }));
    await appendTo(client, { stream: definitionsStream, by: systemActor, at, commandId: newId() }, head, inputs);
    return inputs.length;
  });

const readPublished = (client: PgClient): Promise<Found[]> => run<Found>(client, published, [definitionsStream]);

const notIn = (known: readonly Found[], register: readonly Published[]): Published[] =>
  register.filter(({ type, key, version, digest }) => {
    const found = known.find(each => each.type === type && each.key === key && each.version === version);
    if (found && found.digest !== digest)
      throw new EditedDefinitionError(
        `${key} v${version} is published with the digest ${found.digest}, and this release has another ` +
          `content for it (${digest}). A published version is never edited: give the change a new version.`,
      );
    return !found;
  });

const registered = (): Published[] => [...definitions.map(definitionEvent), ...catalogues.map(catalogueEvent)];

const definitionEvent = (definition: WorkflowDefinition): Published => ({
  type: 'DefinitionPublished',
  ...pinOf(definition),
  definition,
});

const catalogueEvent = ({ key, version, digest, content }: Catalogue): Published => ({
  type: 'CataloguePublished',
  ...{ key, version, digest },
  catalogue: content,
});
