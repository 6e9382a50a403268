// eraseWords, judged in the order of refusals of `docs/rules.md`: of a proposal by a privacy officer of its lead organisation, of the
// directory's names by an administrator; never by those whom the words are about or serve.
import type { Catalogue } from '../catalogue/index.js';
import { seatFor } from '../directory/decide.js';
import type { DirectorySituation } from '../directory/situation.js';
import { breachOfErasing } from '../duties.js';
import { byOf } from '../judge.js';
import { can } from '../machine.js';
import { holdingFor } from '../policy.js';
import { denied, isProblem, type Problem } from '../problems.js';
import { changesBetween } from '../proposal/changes.js';
import type { ProposalEvent } from '../proposal/events.js';
import type { By, Proposal } from '../proposal/proposal.js';
import { reconsider } from '../proposal/reconsider.js';
import type { Actor } from '../vocabulary/index.js';
import { getDefinition } from '../workflows/index.js';
import type { EraseWords } from './erase-words.js';
import type { ErasedAt, WordsErased } from './events.js';
import { placesToErase, type WordedStream } from './places.js';

export interface ErasureJudgement {
  by: By;
  erased: ErasedAt[];
}

/** Of a proposal that this person may read, in any state. */
export function judgeErasure(
  command: EraseWords,
  words: WordedStream,
  { actor, proposal }: { actor: Actor; proposal: Proposal },
): ErasureJudgement | Problem {
  const holding = holdingFor(actor, 'EraseWords', proposal);
  if (!holding) return denied();
  const breach = breachOfErasing(proposal, actor.personId);
  if (breach) return denied(breach);
  return judgement(byOf(actor, holding), placesToErase(command, words));
}

/** Of an entry of the directory that this person may see. What is about themself stays, also where `everywhere` would reach it. */
export function judgeNameErasure(
  command: EraseWords,
  words: WordedStream,
  situation: DirectorySituation,
): ErasureJudgement | Problem {
  const by = seatFor(situation, false);
  if (!by) return denied();
  const own = words.entries.filter(({ about }) => about === situation.actorId);
  if (own.some(({ id }) => id === command.entryId)) return denied('separation-of-duties');
  const judged = judgement(by, placesToErase(command, words));
  if (isProblem(judged)) return judged;
  const takesOwn = judged.erased.some(({ sequence }) => own.some(entry => entry.sequence === sequence));
  return takesOwn ? denied('separation-of-duties') : judged;
}

const judgement = (by: By, erased: ErasedAt[] | Problem): ErasureJudgement | Problem =>
  isProblem(erased) ? erased : { by, erased };

/** The entry that says so. It is hidden like the most hidden of those whose words it took. */
export function wordsErased(
  { authority, reason }: EraseWords,
  erased: ErasedAt[],
  { entries }: WordedStream,
): WordsErased {
  const isAmongReviewers = entries.some(
    ({ sequence, audience }) => audience === 'REVIEWERS' && erased.some(each => each.sequence === sequence),
  );
  return { type: 'WordsErased', ...(isAmongReviewers ? { audience: 'REVIEWERS' } : {}), erased, authority, reason };
}

/**
 * What an erasure does to a proposal beside saying so: as long as nothing is decided, a sign-off that rests on words which are gone
 * is stale, as after any other change of them. `after` is the proposal made of the words that survive.
 */
export function shakenByErasure(catalogue: Catalogue, before: Proposal, after: Proposal): ProposalEvent[] {
  if (!can(getDefinition(before.workflow), before, 'ReviseProposal')) return [];
  const changes = changesBetween(before.dossier, after.dossier);
  return reconsider(catalogue, before, { changes, facts: before.dossier.facts, tier: before.tier });
}
