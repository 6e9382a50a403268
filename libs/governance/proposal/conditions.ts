// Which conditions are in force: those of current sign-offs, in the order of the definition, then the decision's.
import { isApproval } from '../vocabulary/index.js';
import type { WorkflowDefinition } from '../workflows/index.js';
import type { Condition, Proposal } from './proposal.js';

/** Conditions of a replaced, stale or withdrawn sign-off have lapsed (`docs/rules.md` 6). */
export function conditionsInForce(definition: WorkflowDefinition, { signOffs, decision }: Proposal): Condition[] {
  const ofSignOffs = definition.signOffs.flatMap(({ key }) => {
    const signOff = signOffs[key];
    return signOff?.status === 'GIVEN' ? signOff.conditions : [];
  });
  return [...ofSignOffs, ...(decision && isApproval(decision.outcome) ? decision.conditions : [])];
}
