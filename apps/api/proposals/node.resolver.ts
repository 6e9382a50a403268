// node(id): whatever has an id of its own, found again by it, if it may be read. Unknown and unreadable are both null.
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { conditionsInForce, getDefinition } from '#governance';
import { findHistoryEntry, findOrganisations, findPeople, findProposal, findProposalOfPart } from '#store';
import { actorOf, type RequestContext } from '../identity/context.js';
import { personRef } from '../identity/person-ref.js';
import { entryView } from '../ledger/entry-view.js';
import { Node } from '../schema/node.js';
import { concernView, conditionView, proposalView } from './proposal-view.js';

type Find = (id: string, context: RequestContext) => Promise<object | undefined>;

const proposal: Find = async (id, context) => {
  const seen = await findProposal(context.dataSource, actorOf(context), id);
  return seen && proposalView(seen);
};

const organisation: Find = async (id, { dataSource }) => {
  const [found] = await findOrganisations(dataSource, [id]);
  return found && { __typename: 'Organisation', ...found };
};

/** Colleagues know each other; auditors know everybody. */
const person: Find = async (id, context) => {
  const actor = actorOf(context);
  const [found] = await findPeople(context.dataSource, [id]);
  const isAuditor = actor.roles.some(({ role }) => role === 'auditor');
  if (!found || (found.organisationId !== actor.organisationId && !isAuditor)) return undefined;
  return personRef({ personId: id, organisationId: found.organisationId, role: 'analyst' }, true);
};

const partOfProposal: Find = async (id, context) => {
  const seen = await findProposalOfPart(context.dataSource, actorOf(context), id);
  if (!seen) return undefined;
  const { proposal: readable, extent } = seen.reading;
  const concern = readable.concerns.find(each => each.id === id);
  if (concern) return concernView(concern, seen.reading);
  const inForce = extent === 'whole' ? conditionsInForce(getDefinition(readable.workflow), readable) : [];
  const condition = inForce.find(each => each.id === id);
  return condition && conditionView(condition);
};

const entry: Find = async (id, context) => {
  const found = await findHistoryEntry(context.dataSource, actorOf(context), id);
  return found && entryView(found, true);
};

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true })
  async node(@Args('id', { type: () => ID }) id: string, @Context() context: RequestContext): Promise<object | null> {
    for (const find of [proposal, organisation, person, entry, partOfProposal]) {
      const found = await find(id, context);
      if (found) return found;
    }
    return null;
  }
}
