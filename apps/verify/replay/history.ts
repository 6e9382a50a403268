// One proposal replayed: by the fold that made its row, and by the auditor's eye beside it. The two have to agree.
import {
  boundContent,
  evolve,
  getDefinition,
  joinWords,
  type Pin,
  type Proposal,
  type RecordedEvent,
} from '#governance';
import { canonicalBytes, toHex } from '#ledger';
import type { Entry } from '../bundle/entry.js';
import { CannotJudge, finding, type Finding } from '../finding.js';
import { sha256 } from '../native.js';
import { actOf } from './act.js';
import { Worded } from './erasing.js';
import { Eye } from './eye.js';
import { permissions } from './permissions.js';
import type { Published } from './published.js';
import type { Roles } from './roles.js';
import type { EntryWords, Words } from './words.js';

const beginnings = new Set(['ProposalDrafted', 'UrgentDisclosureRecorded']);
const bound = new Set(['SignOffGiven', 'DecisionRecorded']);

/** What the whole ledger says besides: who held which role, and what was published. */
export interface Surroundings {
  roles: Roles;
  published: Published;
}

export class History {
  /** As the fold has it, and before what `row` adds. */
  proposal: Proposal | undefined;
  readonly #eye = new Eye();
  readonly #worded = new Worded();
  #lacksWords = false;
  #last: Entry | undefined;
  #content: (Pick<Proposal, 'title' | 'dossier'> & { digest: string }) | undefined;

  /** The first thing that is wrong with the entry, or with the command before it. Throws a CannotJudge on an unknown type. */
  take(entry: Entry, words: EntryWords, surroundings: Surroundings): Finding | undefined {
    const say = (kind: Finding['kind'], what: string): Finding => {
      const { index, stream, sequence } = entry;
      return finding(kind, { file: 'entries.jsonl', index, stream, sequence }, what);
    };
    if (!beginnings.has(entry.type) && !Object.hasOwn(permissions, entry.type))
      throw new CannotJudge(`Entry ${entry.index} is of type ${entry.type}, which this release does not know.`);
    if (this.#last && entry.at < this.#last.at)
      return say('time-runs-back', 'It is dated before the entry that it follows.');
    if (!surroundings.roles.holds(entry.by, entry.at))
      return say('history-unlawful', `${entry.by.person} did not hold the role ${entry.by.role} at that time.`);
    const pinned = this.#faultOfPins(entry, surroundings.published);
    if (pinned) return say('definition-altered', pinned);
    const unlawful = this.#replay(entry, words);
    return unlawful === undefined ? undefined : say('history-unlawful', unlawful);
  }

  /** As its row has it. */
  get row(): Proposal | undefined {
    return this.proposal && this.#lacksWords ? { ...this.proposal, hasErasedWords: true } : this.proposal;
  }

  /** At the end of the history: what its last command left undone. */
  end(): Finding | undefined {
    const unfinished = this.#eye.unfinished();
    if (unfinished === undefined || !this.#last) return undefined;
    const { index, stream, sequence } = this.#last;
    return finding(
      'history-unlawful',
      { file: 'entries.jsonl', index, stream, sequence },
      unfinished.replace(' before it', ' by it'),
    );
  }

  /** Several sign-offs over one content are the rule. */
  #digestOf(proposal: Proposal): string {
    const { title, dossier } = proposal;
    if (this.#content?.dossier !== dossier || this.#content.title !== title)
      this.#content = { title, dossier, digest: toHex(sha256(canonicalBytes(boundContent(proposal)))) };
    return this.#content.digest;
  }

  #faultOfPins({ payload, index, stream, sequence }: Entry, published: Published): string | undefined {
    const place = { file: 'entries.jsonl', index, stream, sequence };
    const checklist = payload['checklist'] as { catalogue: Pin } | undefined;
    const pins = [payload['workflow'], payload['catalogue'], checklist?.catalogue].filter(
      pin => pin !== undefined,
    ) as Pin[];
    return pins.map(pin => published.faultOfPin(pin, place)).find(fault => fault !== undefined);
  }

  #replay(entry: Entry, { words, places }: EntryWords): string | undefined {
    const { proposal: before } = this;
    const content = before && bound.has(entry.type) ? this.#digestOf(before) : undefined;
    const pin = entry.payload['workflow'] as Pin | undefined;
    if (pin && (beginnings.has(entry.type) || entry.type === 'WorkflowPinned'))
      this.#eye.standing.definition = getDefinition(pin);
    const unlawful = this.#eye.see(actOf(entry), content);
    if (unlawful !== undefined) return unlawful;
    const misnamed = entry.type === 'WordsErased' ? this.#worded.faultOfNaming(entry) : undefined;
    if (misnamed !== undefined) return misnamed;
    this.#worded.take(entry, places);
    this.#lacksWords ||= places.length > words.length;
    this.proposal = evolve(before, eventOf(entry, words));
    this.#last = entry;
    return this.proposal.state === this.#eye.standing.state
      ? undefined
      : `The fold says ${this.proposal.state} after it, and what people did says ${this.#eye.standing.state}.`;
  }
}

function eventOf({ payload, type, proposal, by, at, version }: Entry, words: readonly Words[]): RecordedEvent {
  const circumstances = {
    ...{ type, at, version, proposalId: proposal },
    by: { personId: by.person, organisationId: by.organisation, role: by.role },
  };
  return { ...joinWords(payload, words), ...circumstances } as RecordedEvent;
}
