// A sign-off beside what was found: who may give it, why the viewer may not, what keeps it from being met, and what became of it.
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  blockersOfMeeting,
  catalogueFor,
  getDefinition,
  holdingFor,
  requiredSignOff,
  signOffActs,
  whyNotSign,
  type Actor,
} from '#governance';
import { actorOf, type RequestContext } from '../identity/context.js';
import { personRef, type PersonRef } from '../identity/person-ref.js';
import { SignOff } from '../schema/sign-off.js';
import { blockerViews } from './blocker-view.js';
import { happeningsOf } from './happenings-of.js';
import type { SeenProposal, SignOffView } from './proposal-view.js';

/** As somebody of that role, whom the viewer may know or not. */
function giverRef(giver: Actor, { seen: { proposal, reading }, key }: SignOffView): PersonRef | undefined {
  const holding = holdingFor(giver, 'GiveSignOff', proposal, { signOff: key });
  const by = holding && { personId: giver.personId, organisationId: giver.organisationId, role: holding.role };
  return by && personRef(by, reading.knows(by));
}

/** In the past nothing can be done. */
const isPast = ({ until }: SeenProposal): boolean => until !== undefined;

@Resolver(() => SignOff)
export class SignOffResolver {
  @ResolveField()
  async whoMay(@Parent() signOff: SignOffView, @Context() { loaders }: RequestContext): Promise<PersonRef[]> {
    const { seen, key } = signOff;
    if (isPast(seen)) return [];
    const { proposal } = seen;
    const holders = await loaders.holders.load(proposal.leadOrganisationId);
    const may = holders.filter(holder => whyNotSign(holder, proposal, key).length === 0);
    return may.map(holder => giverRef(holder, signOff)).filter(ref => ref !== undefined);
  }

  @ResolveField()
  whyNot(@Parent() { seen, key }: SignOffView, @Context() context: RequestContext) {
    if (isPast(seen)) return [];
    return blockerViews(whyNotSign(actorOf(context), seen.proposal, key), seen.reading);
  }

  @ResolveField()
  blockers(@Parent() { seen, key }: SignOffView) {
    const { proposal, reading } = seen;
    const required = requiredSignOff(getDefinition(proposal.workflow), key);
    if (isPast(seen) || !required) return [];
    return blockerViews(blockersOfMeeting(required, { catalogue: catalogueFor(proposal), proposal }), reading);
  }

  @ResolveField()
  async history(@Parent() { seen, key }: SignOffView, @Context() { loaders }: RequestContext) {
    const acts = signOffActs(await happeningsOf(seen, loaders.happenings), key);
    return acts.map(({ by, ...act }) => ({ ...act, by: personRef(by, seen.reading.knows(by)) }));
  }
}
