// What has come about in one proposal, told from open fields alone: states, sign-offs, concerns, people. No rule of the product is asked.
import type { RequiredSignOff, WorkflowDefinition } from '#governance';
import type { Act, Facts } from './act.js';
import { fallenBy, fallenByErasing } from './change-table.js';
import { Sources } from './sources.js';

export interface Given {
  status: 'GIVEN' | 'STALE' | 'WITHDRAWN';
  finding: string;
  by: string;
  conditions: number;
}

export interface Concern {
  status: string;
  by: string;
  organisation: string;
  severity: string;
  audience: string;
  disposition?: string;
}

const revisable = ['DRAFTING', 'RETURNED', 'IN_REVIEW', 'AWAITING_DECISION'];

export class Standing {
  state = '';
  lead = '';
  author = '';
  tier = '';
  revision = 1;
  isSubmitted = false;
  facts: Facts = {};
  readonly given = new Map<string, Given>();
  readonly concerns = new Map<string, Concern>();
  /** Who made each comment, and for whom. */
  readonly comments = new Map<string, Pick<Concern, 'by' | 'audience'>>();
  readonly partners = new Set<string>();
  readonly authors = new Set<string>();
  readonly deciders = new Set<string>();
  readonly conflicted = new Set<string>();
  /** Who answered concerns in another role than engagement lead. */
  readonly answerers = new Set<string>();
  /** What each person ever signed, whatever became of it. */
  readonly signed = new Map<string, Set<string>>();
  readonly #sources = new Sources();
  definition!: WorkflowDefinition;
  /** Sign-offs that the command under way has to take down still. */
  readonly falling = new Set<string>();

  get required(): readonly RequiredSignOff[] {
    return this.definition.signOffs;
  }

  take(act: Act): void {
    const { type, said, person, organisation } = act;
    this.#sources.take(act);
    switch (type) {
      case 'ProposalDrafted':
      case 'UrgentDisclosureRecorded':
        this.state = type === 'ProposalDrafted' ? 'DRAFTING' : 'URGENT_RECORDED';
        [this.lead, this.author, this.tier] = [organisation, person, said.tier];
        this.authors.add(person);
        this.facts = said.dossier?.facts ?? {};
        break;
      case 'ProposalRevised':
        for (const key of fallenBy(said.dossier, this.facts)) this.falling.add(key);
        this.facts = said.dossier.facts ?? this.facts;
        this.revision = said.revision;
        break;
      case 'AlternativeProposed':
        this.falling.add('proportionality');
        this.revision = said.revision;
        break;
      case 'ProposalSubmitted':
        [this.isSubmitted, this.state] = [true, 'IN_REVIEW'];
        break;
      case 'ProposalWithdrawn':
        this.state = 'WITHDRAWN';
        break;
      case 'WordsErased':
        this.#takeErasure(said);
        break;
      case 'ProposalHandedOver':
        this.author = said.toPerson;
        this.authors.add(this.author);
        break;
      default:
        this.#takeOfPeople(act);
    }
    this.#reconsider();
  }

  #takeOfPeople(act: Act): void {
    const { type, said, person } = act;
    switch (type) {
      case 'PartnersInvited':
        for (const id of said.organisationIds) this.partners.add(id);
        break;
      case 'TierChanged':
        this.tier = said.toTier;
        break;
      case 'ConflictDeclared':
        this.conflicted.add(person);
        for (const [key, given] of this.given) if (given.by === person) this.falling.add(key);
        break;
      case 'DecisionRecorded':
        this.state = said.outcome;
        this.deciders.add(person);
        break;
      default:
        this.#takeJudgement(act);
    }
  }

  #takeJudgement({ type, said, person, organisation, role }: Act): void {
    const given = this.given.get(said.signOff);
    const concern = this.concerns.get(said.concernId);
    if (type === 'SignOffGiven') {
      const { signOff, finding, conditions } = said;
      this.given.set(signOff, { status: 'GIVEN', finding, by: person, conditions: conditions.length });
      this.signed.set(person, new Set([...(this.signed.get(person) ?? []), signOff]));
    }
    if (type === 'SignOffWithdrawn' && given) given.status = 'WITHDRAWN';
    if (type === 'SignOffMadeStale' && given?.status === 'GIVEN') given.status = 'STALE';
    if (type === 'ConcernRaised') {
      const { severity, audience } = said;
      this.concerns.set(said.concernId, { status: 'OPEN', by: person, organisation, severity, audience });
    }
    if (type === 'ConcernAnswered' && concern) {
      Object.assign(concern, { status: 'ANSWERED', disposition: said.disposition });
      if (role !== 'engagement_lead') this.answerers.add(person);
    }
    if (type === 'ConcernSettled' && concern) concern.status = said.status;
    if (type === 'CommentMade') this.comments.set(said.commentId, { by: person, audience: said.audience });
  }

  /** Until decision it is a change of the dossier. */
  #takeErasure({ erased }: Act['said']): void {
    if (!revisable.includes(this.state)) return;
    const parts = erased.flatMap(({ sequence, paths }) => this.#sources.partsAt(sequence, paths));
    for (const key of parts.flatMap(fallenByErasing)) this.falling.add(key);
  }

  /** The sign-offs that ought to have fallen by now and stand. A tier without one of them has privacy_risk in its stead. */
  settleFalling(): string[] {
    const holders = [...this.falling].map(key => (this.required.some(each => each.key === key) ? key : 'privacy_risk'));
    this.falling.clear();
    return holders.filter(key => this.given.get(key)?.status === 'GIVEN');
  }

  #reconsider(): void {
    if (this.state !== 'IN_REVIEW' && this.state !== 'AWAITING_DECISION') return;
    const isReady =
      this.required.every(({ key }) => this.given.get(key)?.status === 'GIVEN') &&
      [...this.concerns.values()].every(({ status }) => status !== 'OPEN');
    this.state = isReady ? 'AWAITING_DECISION' : 'IN_REVIEW';
  }
}
