// A move of the model as the command a client would send. What a move means is not said here: that is the model's part.
import { catalogue, type Proposal } from '#governance';
import {
  alternative,
  answer,
  completeDossier,
  condition,
  dataItem,
  gap,
  purpose,
  recipient,
  risk,
  t1Facts,
  t2Facts,
  t3Facts,
  valueFor,
  type Asked,
  type DossierSent,
} from '../builders/index.js';
import { cast } from './cast.js';
import type { Edit, Move, Promise_ } from './moves.js';

/** PR-15 is left open, so that a refusal has something to answer; all else is answered at every tier. */
const allAnswers = () =>
  [...catalogue.questions.values()]
    .filter(({ id, answer: { type } }) => type !== 'computed' && id !== 'PR-15')
    .map(question => answer(question.id, valueFor(question)));

const factsOf = { T1: t1Facts, T2: t2Facts, T3: t3Facts };

export const startingDossier = (tier: 'T1' | 'T2' | 'T3'): DossierSent =>
  completeDossier({ ...factsOf[tier] }, { answers: allAnswers() });

const people = ({ dossier: { facts } }: Proposal): number => Number(facts['populationSize'] ?? 0);

/** `n` makes every text differ from the one before it. */
function dossierOf(edit: Edit, proposal: Proposal, n: number): object {
  const { facts } = proposal.dossier;
  const words = `Changed for the ${n}th time.`;
  const identifiability = facts['identifiability'];
  switch (edit) {
    case 'title':
      return { summary: words };
    case 'purpose':
      return { purposes: [purpose('P-1', { benefit: words })] };
    case 'item':
      return { dataItems: [dataItem('D-1', { identifiability, about: words })] };
    case 'recipient':
      return { recipients: [recipient('R-1', { name: words })] };
    case 'noRecipients':
      return { recipients: [] };
    case 'retention':
      return { retention: words };
    case 'route':
      return { transferRoute: words };
    case 'risk':
      return { risks: [risk('K-1', { mitigation: words })] };
    case 'children':
      return { facts: { ...facts, aboutChildren: true } };
    case 'more people':
      return { facts: { ...facts, populationSize: people(proposal) + 1 } };
    case 'explain alternatives':
      return { alternatives: explained(proposal) };
    case 'rung 5':
    case 'rung 1':
      return { answers: [answer('PR-3', { 'P-1': Number(edit.slice(-1)) })] };
    default:
      return { answers: [answerOf(edit)] };
  }
}

const explained = ({ dossier: { alternatives } }: Proposal): object[] => [
  alternative('A-1'),
  alternative('A-2', { rung: 2 }),
  ...alternatives
    .filter(({ proposedByPartner }) => proposedByPartner)
    .map(({ id, description, rung }) => ({ id, description, rung, whyNot: 'It comes too late.' })),
];

function answerOf(edit: Edit): object {
  const [id = '', ...how] = edit.split(' ');
  if (edit === 'RK-17 very high') return answer(id, { choice: 'very high', text: 'It is.' });
  return how.length > 0 ? gap(id) : answer(id, valueFor(catalogue.questions.get(id)!));
}

const conditions = (promise: Promise_ | undefined): object[] =>
  promise
    ? [
        condition([promise.about], {
          precedent: promise.precedent,
          owner: promise.owned ? 'Head of planning' : '',
          dueAt: promise.dated ? '2026-06-30T00:00:00.000Z' : null,
        }),
      ]
    : [];

type Fields = Record<string, unknown>;

export function sent(move: Move, proposal: Proposal, n: number): Asked {
  const by = cast[move.by]!;
  const on: Fields = { proposalId: proposal.id };
  const versioned: Fields = { ...on, expectedVersion: proposal.version - (move.stale ? 1 : 0) };
  const words = move.blank ? ' ' : `Because of reason ${n}.`;
  const ask = (type: Asked['type'], input: Fields, facts?: Asked['facts']): Asked => ({
    by,
    type,
    input,
    ...(facts ? { facts } : {}),
  });
  const concernId = 'concern' in move ? (proposal.concerns[move.concern]?.id ?? 'nothing') : '';
  switch (move.do) {
    case 'submit':
      return ask('SubmitProposal', versioned);
    case 'revise': {
      const title = move.blank ? ' ' : move.edit === 'title' ? `Title ${n}` : undefined;
      return ask('ReviseProposal', { ...versioned, title, dossier: dossierOf(move.edit, proposal, n) });
    }
    case 'sign': {
      const { key: signOff, finding, promise } = move;
      const given = finding === 'MET_WITH_CONDITIONS' ? conditions(promise) : [];
      return ask('GiveSignOff', { ...versioned, signOff, finding, rationale: words, conditions: given });
    }
    case 'unsign':
      return ask('WithdrawSignOff', { ...versioned, signOff: move.key, reason: words });
    case 'raise':
      return ask('RaiseConcern', { ...on, statement: words, severity: move.severity, audience: move.audience });
    case 'answer':
      return ask('AnswerConcern', { ...on, concernId, disposition: move.disposition, response: words });
    case 'settle':
      return ask('SettleConcern', { ...on, concernId, outcome: move.outcome, note: words });
    case 'decide':
      return ask('RecordDecision', { ...versioned, ...decision(move, proposal), reasons: words });
    case 'conflict':
      return ask('DeclareConflict', { ...on, reason: words });
    case 'propose':
      return ask('ProposeAlternative', { ...on, description: words, rung: 1, note: '' });
    case 'raiseTier':
      return ask('RaiseTier', { ...versioned, tier: move.tier, reason: words });
    case 'relevance':
      return ask('MarkRelevance', { ...versioned, questionId: move.question, relevant: move.relevant, reason: words });
    case 'withdraw':
      return ask('WithdrawProposal', { ...versioned, reason: words });
    case 'handOver': {
      const {
        personId: id,
        organisationId,
        roles,
      } = cast[proposal.author.personId === 'author' ? 'analyst' : 'author']!;
      return ask(
        'HandOverProposal',
        { ...versioned, toPersonId: id, reason: words },
        { person: { id, organisationId, roles } },
      );
    }
  }
}

function decision(
  { outcome, overrules, promise, wouldChangeIt, answers }: Extract<Move, { do: 'decide' }>,
  proposal: Proposal,
): Fields {
  return {
    outcome,
    overruled: overrules ? proposal.concerns.map(({ id }) => id) : [],
    conditions: outcome === 'APPROVED_WITH_CONDITIONS' ? conditions(promise) : [],
    wouldChangeIt: wouldChangeIt ? 'Fewer items.' : ' ',
    answers: answers ? [answer('PR-10'), answer('PR-15')] : [],
  };
}
