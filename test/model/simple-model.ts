// An independent model of the governance rules, written from the rules page and from nothing else: it imports no rule of the
// product. It knows one dossier, the changes in moves.ts, and what each of them means; everything is counted by hand.
import type { Edit, Finding, Move, MoveOf, Promise_, SignOff } from './moves.js';

export type Verdict = 'ok' | 'INVALID' | 'NOT_FOUND' | 'DENIED' | 'CONFLICT' | 'BLOCKED';
type Tier = 'T1' | 'T2' | 'T3';
type Roles = Record<string, string[]>;

interface Given {
  status: 'GIVEN' | 'STALE' | 'WITHDRAWN';
  finding: Finding;
  by: string;
  promises: number;
}

interface Concern {
  by: string;
  status: string;
  severity: string;
  audience: string;
  disposition?: string;
}

/** What is known of everybody: their organisation and the roles they hold in it. */
export interface People {
  organisation: Record<string, string>;
  roles: Roles;
}

const three: SignOff[] = ['purpose', 'proportionality', 'privacy_risk'];
const five: SignOff[] = [...three, 'consultation', 'transparency'];
const signers: Record<SignOff, string[]> = {
  purpose: ['data_steward'],
  proportionality: ['privacy_officer'],
  privacy_risk: ['privacy_officer', 'security_officer'],
  consultation: ['engagement_lead'],
  transparency: ['privacy_officer'],
};
const readingRoles = ['analyst', 'data_steward', 'privacy_officer', 'security_officer', 'engagement_lead', 'approver'];
const untilDecision = ['DRAFTING', 'RETURNED', 'IN_REVIEW', 'AWAITING_DECISION'];
const sinceSubmission = ['RETURNED', 'IN_REVIEW', 'AWAITING_DECISION'];
const inReview = ['IN_REVIEW', 'AWAITING_DECISION'];

/** Questions that the moves can open, by the sign-off that holds them where it exists; `c`: a condition may let it through. */
const held: Record<string, { holder: SignOff; tiers: Tier[]; c: boolean; precedent?: boolean }> = {
  'PM-1': { holder: 'purpose', tiers: ['T1', 'T2', 'T3'], c: false },
  'PR-10': { holder: 'proportionality', tiers: ['T2', 'T3'], c: true },
  'RK-2': { holder: 'privacy_risk', tiers: ['T1', 'T2', 'T3'], c: true },
  'RK-9': { holder: 'privacy_risk', tiers: ['T2', 'T3'], c: true, precedent: true },
  'RK-17': { holder: 'privacy_risk', tiers: ['T2', 'T3'], c: false },
  'CN-1': { holder: 'consultation', tiers: ['T1', 'T2', 'T3'], c: true },
  'TC-1': { holder: 'transparency', tiers: ['T1', 'T2', 'T3'], c: true },
};

const setOf: Record<SignOff, string[]> = {
  purpose: ['PM'],
  proportionality: ['PR'],
  privacy_risk: ['RK'],
  consultation: ['CN'],
  transparency: ['TC'],
};

const staleBy: Partial<Record<Edit, SignOff[]>> = {
  purpose: five,
  item: ['purpose', 'proportionality', 'privacy_risk', 'transparency'],
  recipient: ['privacy_risk', 'consultation', 'transparency'],
  retention: ['proportionality', 'privacy_risk'],
  route: ['privacy_risk'],
  risk: ['privacy_risk'],
  children: ['proportionality', 'privacy_risk', 'consultation', 'transparency'],
  'more people': ['proportionality', 'privacy_risk', 'consultation', 'transparency'],
  'rung 5': ['proportionality'],
  'rung 1': ['proportionality'],
};

export class SimpleModel {
  state = 'DRAFTING';
  /** Sign-offs by key; what is not there is pending. */
  given: Partial<Record<SignOff, Given>> = {};
  concerns: Concern[] = [];
  private signed: [string, string][] = [];
  private authors: string[] = ['author'];
  private deciders: string[] = [];
  private answerers: string[] = [];
  private conflicted: string[] = [];
  private submitted = false;
  private open = new Set<string>();
  private irrelevant = new Set<string>();
  recipients = 1;
  rung = 1;
  private children = false;
  /** Of each alternative that a partner proposed: has the author said why not? */
  partnersAlternatives: boolean[] = [];

  constructor(
    private readonly people: People,
    /** The tier that the facts of the draft call for. */
    private readonly base: Tier,
    public tier: Tier = base,
  ) {}

  /** Questions that stand open: gaps and failing answers. */
  get openQuestions(): string[] {
    return [...this.open];
  }

  get required(): SignOff[] {
    return this.tier === 'T1' ? three : five;
  }

  get author(): string {
    return this.authors.at(-1)!;
  }

  private has(who: string, ...roles: string[]): boolean {
    return this.people.organisation[who] === 'lead' && roles.some(role => this.people.roles[who]?.includes(role));
  }

  private isPartner(who: string): boolean {
    return this.people.roles[who]!.includes('partner') && this.submitted;
  }

  private isAuditor(who: string): boolean {
    return this.people.roles[who]!.includes('auditor');
  }

  private reads(who: string): boolean {
    return this.has(who, ...readingRoles) || this.isAuditor(who) || this.isPartner(who);
  }

  /** Reviewers' concerns are kept from the author and the other analysts; partners see those of their own organisation. */
  private sees(who: string, { by, audience }: Concern): boolean {
    if (this.isAuditor(who) || by === who) return true;
    if (this.isPartner(who)) return this.people.organisation[who] === this.people.organisation[by];
    if (audience === 'PARTIES') return this.has(who, ...readingRoles);
    return who !== this.author && this.has(who, ...readingRoles.filter(role => role !== 'analyst'));
  }

  /** Says what has to come of a move, and takes it when it is accepted. */
  take(move: Move): Verdict {
    const verdict = this.judge(move);
    if (verdict === 'ok') {
      this.apply(move);
      this.reconsider();
    }
    return verdict;
  }

  private judge(move: Move): Verdict {
    if (move.blank && move.do !== 'submit' && move.do !== 'settle') return 'INVALID';
    if (!this.reads(move.by)) return 'NOT_FOUND';
    if ((move.do === 'sign' || move.do === 'unsign') && !five.includes(move.key as SignOff)) return 'INVALID';
    if (move.do === 'settle' && (move.outcome === 'OPEN' || move.outcome === 'ANSWERED')) return 'INVALID';
    if (move.do === 'answer' || move.do === 'settle') {
      const concern = this.concerns[move.concern];
      if (!concern || !this.sees(move.by, concern)) return 'NOT_FOUND';
    }
    if (!this.mayDo(move) || this.breaksDuty(move)) return 'DENIED';
    const isVersioned = !['raise', 'answer', 'settle', 'conflict', 'propose'].includes(move.do);
    if (move.stale && isVersioned) return 'CONFLICT';
    if (move.do === 'sign' && this.isOthers(move)) return 'CONFLICT';
    return this.isBlocked(move) ? 'BLOCKED' : 'ok';
  }

  private mayDo(move: Move): boolean {
    const { by } = move;
    const isAuthor = by === this.author;
    switch (move.do) {
      case 'submit':
      case 'revise':
      case 'withdraw':
      case 'handOver':
        return isAuthor;
      case 'sign':
        return this.has(by, ...signers[move.key as SignOff]);
      case 'unsign':
        return this.given[move.key as SignOff]?.by === by;
      case 'raise':
        return !isAuthor && !this.isAuditor(by);
      case 'answer':
        return this.has(by, 'engagement_lead') || (isAuthor && this.concerns[move.concern]!.audience === 'PARTIES');
      case 'settle':
        return !isAuthor && this.isOwnConcern(by, this.concerns[move.concern]!);
      case 'decide':
        return this.has(by, 'approver');
      case 'conflict':
        return !this.isAuditor(by);
      case 'propose':
        return this.isPartner(by);
      case 'raiseTier':
      case 'relevance':
        return this.has(by, 'privacy_officer');
    }
  }

  private isOwnConcern(who: string, { by }: Concern): boolean {
    const sameOrganisation = this.people.organisation[by] === this.people.organisation[who];
    return by === who || (this.people.roles[who]!.includes('partner') && sameOrganisation);
  }

  private breaksDuty(move: Move): boolean {
    const { by } = move;
    if (move.do !== 'sign' && move.do !== 'decide') return false;
    if (this.conflicted.includes(by) || this.authors.includes(by)) return true;
    const mine = new Set(this.signed.filter(([who]) => who === by).map(([, key]) => key));
    if (move.do === 'decide') return mine.size > 0;
    if (this.deciders.includes(by)) return true;
    mine.delete(move.key);
    if (mine.size >= 2) return true;
    if (move.key === 'purpose' || move.key === 'transparency') return mine.has('proportionality');
    if (move.key === 'proportionality') return mine.has('purpose') || mine.has('transparency');
    return move.key === 'consultation' && this.answerers.includes(by);
  }

  private isOthers({ key, by }: MoveOf<'sign'>): boolean {
    const given = this.given[key as SignOff];
    return given?.status === 'GIVEN' && given.by !== by;
  }

  private isBlocked(move: Move): boolean {
    switch (move.do) {
      case 'submit':
        return !['DRAFTING', 'RETURNED'].includes(this.state) || this.recipients === 0;
      case 'revise':
      case 'relevance':
      case 'withdraw':
        return !untilDecision.includes(this.state);
      case 'raiseTier':
        return !untilDecision.includes(this.state) || move.tier === 'U' || move.tier <= this.tier;
      case 'sign':
        return !inReview.includes(this.state) || this.keepsFromSigning(move);
      case 'unsign':
        return !untilDecision.includes(this.state) || this.given[move.key as SignOff]!.status === 'WITHDRAWN';
      case 'raise':
      case 'propose':
        return !sinceSubmission.includes(this.state);
      case 'answer':
        return !sinceSubmission.includes(this.state) || !this.stands(move.concern, 'OPEN', 'ANSWERED', 'DISPUTED');
      case 'settle':
        return !sinceSubmission.includes(this.state) || !this.maySettle(move);
      case 'decide':
        return !inReview.includes(this.state) || this.keepsFromDeciding(move);
      case 'conflict':
      case 'handOver':
        return false;
    }
  }

  private stands(concern: number, ...statuses: string[]): boolean {
    return statuses.includes(this.concerns[concern]!.status);
  }

  private maySettle({ concern, outcome }: MoveOf<'settle'>): boolean {
    return outcome === 'WITHDRAWN'
      ? this.stands(concern, 'OPEN', 'ANSWERED', 'DISPUTED')
      : this.stands(concern, 'ANSWERED');
  }

  private holderOf(key: SignOff): SignOff {
    return this.required.includes(key) ? key : 'privacy_risk';
  }

  private isOpenConcern(): boolean {
    return this.concerns.some(({ status }) => status === 'OPEN');
  }

  private keepsFromSigning({ key, finding, promise }: MoveOf<'sign'>): boolean {
    const signOff = key as SignOff;
    if (!this.required.includes(signOff)) return true;
    if (finding === 'NOT_MET') return false;
    const purpose = this.given.purpose;
    const restsOnPurpose = ['proportionality', 'privacy_risk', 'transparency'].includes(key);
    if (restsOnPurpose && !(purpose?.status === 'GIVEN' && purpose.finding !== 'NOT_MET')) return true;
    const mayPromise = finding === 'MET_WITH_CONDITIONS' ? promise : undefined;
    if (finding === 'MET_WITH_CONDITIONS' && !this.isAboutItsSet(signOff, promise)) return true;
    return this.openFor(signOff, mayPromise);
  }

  private isAboutItsSet(key: SignOff, promise: Promise_ | undefined): boolean {
    const sets = five.filter(each => this.holderOf(each) === key).flatMap(each => setOf[each]);
    return promise !== undefined && sets.includes(promise.about.slice(0, 2));
  }

  private openFor(key: SignOff, promise: Promise_ | undefined): boolean {
    const questions = [...this.open].filter(id => {
      const question = held[id]!;
      const isAsked = question.tiers.includes(this.tier) && !this.irrelevant.has(id);
      return isAsked && this.holderOf(question.holder) === key && !this.isPromised(id, promise);
    });
    const isSilent = this.holderOf('consultation') === key && this.isOpenConcern();
    return questions.length > 0 || isSilent || (key === 'proportionality' && this.failsProportionality());
  }

  private isPromised(id: string, promise: Promise_ | undefined): boolean {
    const { c, precedent } = held[id]!;
    return (
      c &&
      promise !== undefined &&
      promise.about === id &&
      promise.dated &&
      promise.owned &&
      (!precedent || promise.precedent)
    );
  }

  /** The author's two alternatives are on rungs 1 and 2 with their reasons; partners' are on rung 1 and wait for one. */
  private failsProportionality(): boolean {
    const unexplained = this.partnersAlternatives.includes(false);
    const ladder = this.rung >= 5 && !this.partnersAlternatives.includes(true);
    return ladder || (this.tier !== 'T1' && unexplained);
  }

  private keepsFromDeciding({ outcome, overrules, promise, wouldChangeIt, answers }: MoveOf<'decide'>): boolean {
    if (outcome === 'RETURNED' || outcome === 'REDIRECTED') return false;
    if (outcome === 'DECLINED') return !wouldChangeIt || (this.tier !== 'T1' && !answers);
    const enough = outcome === 'APPROVED' ? ['MET'] : ['MET', 'MET_WITH_CONDITIONS'];
    const given = this.required.map(key => this.given[key]);
    if (!given.every(each => each?.status === 'GIVEN' && enough.includes(each.finding))) return true;
    if (this.isOpenConcern() || (!overrules && this.concerns.some(isDissent))) return true;
    const promises = given.reduce((sum, each) => sum + (each?.promises ?? 0), 0) + (promise ? 1 : 0);
    return outcome === 'APPROVED_WITH_CONDITIONS' && promises === 0;
  }

  private apply(move: Move): void {
    const { by } = move;
    switch (move.do) {
      case 'submit':
        this.submitted = true;
        this.state = 'IN_REVIEW';
        return;
      case 'revise':
        return this.edit(move.edit);
      case 'sign': {
        const promises = move.promise && move.finding === 'MET_WITH_CONDITIONS' ? 1 : 0;
        this.given[move.key as SignOff] = { status: 'GIVEN', finding: move.finding, by, promises };
        this.signed.push([by, move.key]);
        return;
      }
      case 'unsign':
        this.given[move.key as SignOff]!.status = 'WITHDRAWN';
        return;
      case 'raise':
        this.concerns.push({ by, status: 'OPEN', severity: move.severity, audience: move.audience });
        return;
      case 'answer':
        Object.assign(this.concerns[move.concern]!, { status: 'ANSWERED', disposition: move.disposition });
        if (!this.has(by, 'engagement_lead')) this.answerers.push(by);
        return;
      case 'settle':
        this.concerns[move.concern]!.status = move.outcome;
        return;
      case 'decide':
        this.state = move.outcome;
        this.deciders.push(by);
        return;
      case 'conflict':
        this.conflicted.push(by);
        for (const given of Object.values(this.given)) {
          if (given.by === by && given.status === 'GIVEN') given.status = 'STALE';
        }
        return;
      case 'propose':
        this.partnersAlternatives.push(false);
        return this.shake('proportionality');
      case 'raiseTier':
        return this.riseTo(move.tier as Tier);
      case 'relevance':
        if (move.relevant) this.irrelevant.delete(move.question);
        else this.irrelevant.add(move.question);
        return;
      case 'withdraw':
        this.state = 'WITHDRAWN';
        return;
      case 'handOver':
        this.authors.push(this.author === 'author' ? 'analyst' : 'author');
        return;
    }
  }

  private shake(...keys: SignOff[]): void {
    for (const key of keys) {
      const given = this.given[this.holderOf(key)];
      if (given?.status === 'GIVEN') given.status = 'STALE';
    }
  }

  /** What a rise makes applicable: at T2 questions of every set, at T3 PR-5, CN-4 and CN-11. */
  private riseTo(tier: Tier): void {
    const from = this.tier;
    this.tier = tier;
    if (from === 'T1') this.shake('purpose', 'proportionality', 'privacy_risk');
    else this.shake('proportionality', 'consultation');
  }

  private edit(edit: Edit): void {
    if (edit === 'noRecipients') this.recipients = 0;
    if (edit === 'recipient') this.recipients = 1;
    if (edit === 'children') return this.makeAboutChildren();
    if (edit === 'explain alternatives') return this.explain();
    if (edit === 'rung 5' || edit === 'rung 1') {
      const rung = edit === 'rung 5' ? 5 : 1;
      if (rung === this.rung) return;
      this.rung = rung;
    }
    const [id, ...how] = edit.split(' ');
    if (held[id!]) return this.answer(id!, how.length > 0);
    this.shake(...(staleBy[edit] ?? []));
  }

  /** A fact that is true already becomes true no more. At T1 it makes no blocking question applicable and no tier rise. */
  private makeAboutChildren(): void {
    if (this.children) return;
    this.children = true;
    if (this.base === 'T2' && this.tier === 'T2') this.riseTo('T3');
    this.shake(...(staleBy.children ?? []));
  }

  private explain(): void {
    const isNew = this.partnersAlternatives.includes(false);
    this.partnersAlternatives = this.partnersAlternatives.map(() => true);
    if (isNew) this.shake('proportionality');
  }

  /** The same answer twice changes nothing. */
  private answer(id: string, isOpen: boolean): void {
    if (this.open.has(id) === isOpen) return;
    if (isOpen) this.open.add(id);
    else this.open.delete(id);
    this.shake(held[id]!.holder);
  }

  private reconsider(): void {
    if (!inReview.includes(this.state)) return;
    const isReady = this.required.every(key => this.given[key]?.status === 'GIVEN') && !this.isOpenConcern();
    this.state = isReady ? 'AWAITING_DECISION' : 'IN_REVIEW';
  }
}

const isDissent = ({ status, severity, disposition }: Concern): boolean =>
  status === 'DISPUTED' || (status === 'ANSWERED' && severity === 'SUBSTANTIAL' && disposition === 'NOT_ACCEPTED');
