// The register of published definitions. A new workflow, or the next version of one, is a file and its line here.
import { ContentError } from '../content-error.js';
import { canonicalDigest } from '../digest.js';
import type { Pin } from '../proposal/proposal.js';
import type { Tier } from '../vocabulary/index.js';
import { definitionFaults } from './check.js';
import type { WorkflowDefinition } from './definition.js';
import { heightenedV1 } from './heightened.v1.js';
import { lightV1 } from './light.v1.js';
import { standardV1 } from './standard.v1.js';
import { urgentV1 } from './urgent.v1.js';

export const definitions: readonly WorkflowDefinition[] = [lightV1, standardV1, heightenedV1, urgentV1];

const faults = definitionFaults(definitions);
if (faults.length > 0) throw new ContentError('The register of workflow definitions', faults);

const digests = new Map(definitions.map(definition => [definition, canonicalDigest(definition)]));

export const pinOf = (definition: WorkflowDefinition): Pin => ({
  key: definition.key,
  version: definition.version,
  digest: digests.get(definition) ?? canonicalDigest(definition),
});

/** The newest published definition of a tier. Throws where the register has none: a fault of the release. */
export function definitionForTier(tier: Tier): WorkflowDefinition {
  const definition = definitions.findLast(each => each.tier === tier);
  if (!definition) throw new Error(`No workflow definition is registered for tier ${tier}.`);
  return definition;
}

/** The definition a proposal runs under. Throws when it is unknown or was altered after it was pinned. */
export function getDefinition(pin: Pin): WorkflowDefinition {
  const definition = definitions.find(({ key, version }) => key === pin.key && version === pin.version);
  if (!definition || pinOf(definition).digest !== pin.digest) {
    throw new Error(
      `The workflow definition ${pin.key} v${pin.version} (${pin.digest}) is not in the register as it was pinned.`,
    );
  }
  return definition;
}

export * from './definition.js';
