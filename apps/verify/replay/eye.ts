// An auditor's eye on one history: it follows what people did, act by act, and says which act was not theirs to do. It asks no rule
// of the product: what it knows is in permissions.ts, change-table.ts and the definition that the proposal is pinned to.
import type { Act } from './act.js';
import { Standing, type Concern } from './standing.js';
import { faultOfAssigning } from './assigning.js';
import { faultOfDecision } from './decision.js';
import { faultOfErasing } from './erasing.js';
import { permissions } from './permissions.js';
import { faultOfSigning } from './signing.js';

/** What the eye has seen so far of one proposal. */
export class Eye {
  readonly standing = new Standing();
  #last: Act | undefined;
  /** What was unlawful about the act; it is taken in either way. `content` is the digest of title and dossier before it. */
  see(act: Act, content: string | undefined): string | undefined {
    const fault = this.#isNewCommand(act) ? (this.unfinished() ?? this.#faultOfOrder(act)) : this.#faultOfCompany(act);
    const bad = fault ?? this.#faultOfAct(act, content);
    this.standing.take(act);
    this.#last = act;
    return bad;
  }

  /** What the last command ought to have done besides. */
  unfinished(): string | undefined {
    const [left] = this.standing.settleFalling();
    if (left !== undefined)
      return `What the sign-off ${left} rests on was changed before it, and the sign-off was left standing.`;
    return this.#last && this.standing.definition.tier !== this.standing.tier
      ? 'The tier was changed before it, and the workflow was not.'
      : undefined;
  }

  #isNewCommand({ command }: Act): boolean {
    return this.#last?.command !== command;
  }

  #faultOfOrder({ type, version, at }: Act): string | undefined {
    const before = this.#last;
    const isBeginning = type === 'ProposalDrafted' || type === 'UrgentDisclosureRecorded';
    if (!before || isBeginning)
      return before === undefined && isBeginning && version === 1
        ? undefined
        : 'A history begins with a draft, and only once.';
    if (at < before.at) return 'It is dated before the act that it follows.';
    return version === before.version + (type === 'CommentMade' ? 0 : 1)
      ? undefined
      : `Version ${version} cannot follow version ${before.version}.`;
  }

  /** Entries of one command are one person's, at one time. */
  #faultOfCompany({ person, role, at, version }: Act): string | undefined {
    const { person: who, role: as, at: when, version: then } = this.#last!;
    return person === who && role === as && at === when && version === then
      ? undefined
      : 'One command is of one person, at one time.';
  }

  #faultOfAct(act: Act, content: string | undefined): string | undefined {
    const { type, said, person, role, organisation } = act;
    const permission = permissions[type];
    if (!permission)
      return role === 'analyst' && organisation === said.leadOrganisationId
        ? undefined
        : 'Only an analyst drafts, for their own organisation.';
    if (permission.states && !permission.states.includes(this.standing.state))
      return `In the state ${this.standing.state} there can be no ${type}.`;
    if (!this.#isPermitted(act)) return `${type} was not for ${person} to do as ${role}.`;
    if (type === 'SignOffGiven') return faultOfSigning(this.standing, act, content);
    if (type === 'DecisionRecorded') return faultOfDecision(this.standing, act, content);
    if (type === 'TaskAssigned') return faultOfAssigning(this.standing, act);
    if (type === 'WordsErased') return faultOfErasing(this.standing, act);
    return this.#faultOfDetail(act);
  }

  #isPermitted({ type, person, role, organisation }: Act): boolean {
    const { author, lead, partner } = permissions[type]!;
    if (organisation === this.standing.lead && lead?.includes(role)) return true;
    if (author && organisation === this.standing.lead && role === 'analyst' && person === this.standing.author)
      return true;
    return (
      partner === true && role === 'partner' && this.standing.isSubmitted && this.standing.partners.has(organisation)
    );
  }

  #faultOfDetail(act: Act): string | undefined {
    const { type, said, person, role } = act;
    const concern = this.standing.concerns.get(said.concernId);
    switch (type) {
      case 'SignOffWithdrawn':
        return this.standing.given.get(said.signOff)?.by === person
          ? undefined
          : 'A sign-off is withdrawn by its giver only.';
      case 'ConcernRaised':
        return person === this.standing.author ? 'The author raises no concern.' : undefined;
      case 'ConcernAnswered':
        if (!concern || !['OPEN', 'ANSWERED', 'DISPUTED'].includes(concern.status))
          return 'There is no such concern to answer.';
        return concern.audience === 'REVIEWERS' && role !== 'engagement_lead'
          ? 'A concern among reviewers is an engagement lead’s to answer.'
          : undefined;
      case 'ConcernSettled':
        return concern ? this.#faultOfSettling(concern, act) : 'There is no such concern to settle.';
      case 'CommentEdited':
        return this.#faultOfEditing(act);
      case 'ProposalHandedOver':
        return this.standing.signed.has(said.toPerson) || this.standing.deciders.has(said.toPerson)
          ? 'Whoever signed or decided does not become the author.'
          : undefined;
      case 'TierChanged':
        return said.fromTier === this.standing.tier ? undefined : 'It changes another tier than the proposal has.';
      default:
        return undefined;
    }
  }

  #faultOfEditing({ said, person }: Act): string | undefined {
    const comment = this.standing.comments.get(said.commentId);
    if (comment?.by !== person) return 'A comment is edited by whoever made it.';
    return comment.audience === said.audience ? undefined : 'An edited comment is for those who read it before.';
  }

  #faultOfSettling(concern: Concern, { said, person, organisation, role }: Act): string | undefined {
    const isTheirs = concern.by === person || (role === 'partner' && concern.organisation === organisation);
    if (!isTheirs || person === this.standing.author)
      return 'A concern is settled by its raiser’s side only, and never by the author.';
    const from = said.status === 'WITHDRAWN' ? ['OPEN', 'ANSWERED', 'DISPUTED'] : ['ANSWERED'];
    return from.includes(concern.status) ? undefined : 'The concern was not answered, so it cannot be settled.';
  }
}
