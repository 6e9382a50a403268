// node(id): whatever has an id of its own, found again by it, if it may be read. Unknown and unreadable are both null.
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { conditionsInForce, getDefinition, knowsPerson } from '#governance';
import { findHistoryEntry, findOrganisations, findPeople, findProposal, findProposalOfPart } from '#store';
import { actorOf, type RequestContext } from '../identity/context.js';
import { knownPerson } from '../identity/person-ref.js';
import { entryView } from '../ledger/entry-view.js';
import { Node } from '../schema/node.js';
import { readable } from './erased-words.js';
import { concernView, conditionView, proposalView } from './proposal-view.js';

interface Found {
  view: object;
  /** The proposal that it belongs to. */
  proposalId?: string | null;
}

type Find = (id: string, context: RequestContext) => Promise<Found | undefined>;

const proposal: Find = async (id, context) => {
  const seen = await findProposal(context.dataSource, actorOf(context), id);
  return seen && { view: proposalView(seen), proposalId: seen.proposal.id };
};

const organisation: Find = async (id, { dataSource }) => {
  const [found] = await findOrganisations(dataSource, [id]);
  return found && { view: { __typename: 'Organisation', ...found } };
};

const person: Find = async (id, context) => {
  const [found] = await findPeople(context.dataSource, [id]);
  const isKnown = found && knowsPerson(actorOf(context), found);
  return isKnown ? { view: knownPerson(found.id, found.organisationId) } : undefined;
};

const partOfProposal: Find = async (id, context) => {
  const found = await findProposalOfPart(context.dataSource, actorOf(context), id);
  if (!found) return undefined;
  const seen = readable(found);
  const { proposal: shown, extent } = seen.reading;
  const proposalId = shown.id;
  const concern = shown.concerns.find(each => each.id === id);
  if (concern) return { view: concernView(concern, seen), proposalId };
  const inForce = extent === 'whole' ? conditionsInForce(getDefinition(shown.workflow), shown) : [];
  const condition = inForce.find(each => each.id === id);
  return condition && { view: conditionView(condition), proposalId };
};

const entry: Find = async (id, context) => {
  const found = await findHistoryEntry(context.dataSource, actorOf(context), id);
  return found && { view: entryView(found, true), proposalId: found.proposalId };
};

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true })
  async node(@Args('id', { type: () => ID }) id: string, @Context() context: RequestContext): Promise<object | null> {
    for (const find of [proposal, organisation, person, entry, partOfProposal]) {
      const found = await find(id, context);
      if (!found) continue;
      context.notes.note('node', { id }, [found.proposalId ?? null]);
      return found.view;
    }
    context.notes.note('node', { id });
    return null;
  }
}
