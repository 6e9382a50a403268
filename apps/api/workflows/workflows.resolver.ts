// The published workflows, for everybody who has signed in.
import { Query, Resolver } from '@nestjs/graphql';
import {
  currentCatalogue,
  definitionForTier,
  definitions,
  pinOf,
  placesUnder,
  questionsHeldBy,
  type RequiredSignOff,
  type WorkflowDefinition,
} from '#governance';
import { Workflow, WorkflowSignOff } from '../schema/workflow.js';

@Resolver()
export class WorkflowsResolver {
  @Query(() => [Workflow], { description: 'The published definitions, by tier, oldest version first.' })
  workflows(): Workflow[] {
    return definitions.map(workflowView);
  }
}

const workflowView = (definition: WorkflowDefinition): Workflow => ({
  ...pinOf(definition),
  title: definition.title,
  tier: definition.tier,
  isCurrent: definitionForTier(definition.tier) === definition,
  signOffs: definition.signOffs.map(signOff => signOffView(signOff, definition)),
});

const signOffView = (required: RequiredSignOff, definition: WorkflowDefinition): WorkflowSignOff => ({
  ...{ key: required.key, title: required.title, requiredRoles: [...required.roles], after: [...required.after] },
  questions: questionsHeldBy(required, definition, currentCatalogue).map(({ id }) => id),
  restsOn: placesUnder(required.key, definition),
});
