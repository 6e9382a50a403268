// One try of a long journey: a command that may or may not be lawful now. The store says; nothing here knows the rules.
import { v7 as uuidv7 } from 'uuid';
import type { CommandType, Proposal } from '#governance';
import { signerOf, t2, t3 } from '../builders/index.js';
import { personaKeys, type Cast, type PersonaKey } from './cast.js';

export type Rng = () => number;
export type Try = [who: PersonaKey, type: CommandType, input: object];

/** What a try is drawn from. */
interface Dice {
  rng: Rng;
  pick<T>(list: readonly T[]): T;
  proposal: Proposal;
  cast: Cast;
  author: PersonaKey;
  on: { proposalId: string };
  versioned: { proposalId: string; expectedVersion: number };
}

export function drawTry(rng: Rng, proposal: Proposal, cast: Cast): Try {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(rng() * list.length)]!;
  const on = { proposalId: proposal.id };
  const versioned = { ...on, expectedVersion: proposal.version };
  const author = personaKeys.find(who => cast.members[who].personId === proposal.author.personId) ?? 'analyst';
  const dice = { rng, pick, proposal, cast, author, on, versioned };
  return pick([...triesOfAuthor(dice), ...triesOfConcerns(dice), ...triesOfReview(dice), ...triesOfSigning(dice)]);
}

function triesOfAuthor({ rng, pick, proposal, cast, author, on, versioned }: Dice): Try[] {
  const toPersonId = cast.members[pick(['analyst', 'analyst_2'] as const)].personId;
  return [
    [author, 'ReviseProposal', { ...versioned, ...revision(rng) }],
    [author, 'ReviseProposal', { ...versioned, ...revision(rng) }],
    [author, 'SubmitProposal', { ...versioned, message: 'Ready.' }],
    [author, 'SubmitProposal', versioned],
    [author, 'HandOverProposal', { ...versioned, toPersonId, reason: 'Moving.' }],
    [pick(['analyst', 'approver', 'partner_a']), 'Comment', { ...on, body: 'Hello.', about: ['PM-1'] }],
    ...proposal.comments.slice(-1).map(({ id, by, body }): Try => {
      const writer = personaKeys.find(who => cast.members[who].personId === by.personId) ?? 'analyst';
      return [writer, 'EditComment', { ...on, commentId: id, body: `${body} Again.` }];
    }),
    ...(rng() < 0.1 ? [[author, 'WithdrawProposal', { ...versioned, reason: 'No longer.' }] as Try] : []),
  ];
}

function triesOfConcerns({ rng, pick, proposal, cast, on, versioned }: Dice): Try[] {
  const { partnerA, partnerB, oversight } = cast.organisations;
  const raisers = ['partner_a', 'partner_b', 'approver', 'data_steward'] as const;
  const concernId = pick(proposal.concerns)?.id ?? uuidv7();
  const severity = pick(['MINOR', 'SUBSTANTIAL']);
  const audience = pick(['PARTIES', 'PARTIES', 'REVIEWERS']);
  const answer = { concernId, disposition: pick(['ACCEPTED', 'NOT_ACCEPTED']), response: 'Here is why.' };
  const outcome = pick(['SETTLED', 'DISPUTED', 'WITHDRAWN']);
  const rung = Math.floor(rng() * 8);
  return [
    ['engagement_lead', 'InvitePartners', { ...versioned, organisationIds: [pick([partnerA, partnerB, oversight])] }],
    [pick(raisers), 'RaiseConcern', { ...on, statement: 'Wait.', severity, about: ['CN-1'], audience }],
    ['engagement_lead', 'AnswerConcern', { ...on, ...answer }],
    [pick(raisers), 'SettleConcern', { ...on, concernId, outcome, note: 'Read.' }],
    ['partner_a', 'ProposeAlternative', { ...on, description: 'Ask us.', rung, note: 'Please.' }],
  ];
}

/** Work, who may do it, and who else: lawful while it waits. */
const shared = [
  ...([['signOff:purpose', 'data_steward', 'data_steward']] as const),
  ...([['signOff:privacy_risk', 'privacy_officer', 'security_officer']] as const),
  ...([['decision', 'approver', 'approver']] as const),
] as const;

function assignment({ rng, pick, proposal, cast, on }: Dice): Try {
  const [work, by, to] = pick(shared);
  const from = proposal.assignments?.find(each => each.work === work)?.to.personId;
  const taker = rng() < 0.2 ? null : cast.members[to].personId;
  return [by, 'AssignTask', { ...on, work, to: taker, from, note: 'Please.' }];
}

function triesOfReview(dice: Dice): Try[] {
  const { rng, pick, proposal, author, on, versioned } = dice;
  const signOffs = Object.values(proposal.signOffs);
  const conditions = [...signOffs.flatMap(each => each.conditions), ...(proposal.decision?.conditions ?? [])];
  const conditionId = pick(conditions)?.id ?? uuidv7();
  const questionId = pick(['CN-9', 'TC-12', 'RK-16']);
  return [
    ['privacy_officer', 'RaiseTier', { ...versioned, tier: pick(['T2', 'T3']), reason: 'Small.' }],
    ['privacy_officer', 'MarkRelevance', { ...versioned, questionId, relevant: rng() < 0.5, reason: 'No.' }],
    assignment(dice),
    ...conditions.map(({ id }): Try => [author, 'MeetCondition', { ...on, conditionId: id, evidence: 'Here.' }]),
    [pick(['security_officer', 'approver']), 'DeclareConflict', { ...on, reason: 'My sister.' }],
    [
      pick([author, 'privacy_officer', 'privacy_officer_2']),
      'MeetCondition',
      { ...on, conditionId, evidence: 'Here.' },
    ],
  ];
}

/** A question that every tier asks of these. */
const goneThrough: Record<string, string> = {
  ...{ purpose: 'PM-1', proportionality: 'PR-3', privacy_risk: 'RK-2', consultation: 'CN-1', transparency: 'TC-1' },
};

function triesOfSigning({ rng, pick, proposal, versioned }: Dice): Try[] {
  const promised = { owner: 'Lead', dueAt: '2030-01-01T00:00:00.000Z', about: ['PR-1', 'PM-1', 'RK-2'] };
  const promise = { ...promised, statement: 'Do it.', precedent: rng() < 0.5 };
  const signOff = pick(['purpose', 'proportionality', 'privacy_risk', 'consultation', 'transparency']);
  const signer = signerOf(signOff) as PersonaKey;
  const finding = pick(['MET', 'MET', 'MET', 'MET_WITH_CONDITIONS', 'NOT_MET']);
  const outcome = pick(['APPROVED', 'APPROVED_WITH_CONDITIONS', 'RETURNED', 'RETURNED', 'DECLINED', 'REDIRECTED']);
  const overruled = proposal.concerns.map(({ id }) => id);
  const decided = { outcome, reasons: 'Weighed.', wouldChangeIt: 'Less.', overruled };
  const given: Try = [
    signer,
    'GiveSignOff',
    {
      ...{ ...versioned, signOff, finding, rationale: 'Weighed.' },
      conditions: finding === 'MET_WITH_CONDITIONS' ? [promise] : [],
      checklist: finding === 'MET' ? [{ questionId: goneThrough[signOff]!, answer: 'YES', note: 'Seen.' }] : [],
    },
  ];
  const conditions = outcome === 'APPROVED_WITH_CONDITIONS' ? [promise] : [];
  return [
    ...Array<Try>(6).fill(given),
    [signer, 'WithdrawSignOff', { ...versioned, signOff, reason: 'Told more.' }],
    ['approver', 'RecordDecision', { ...versioned, ...decided, conditions }],
  ];
}

function revision(rng: Rng): object {
  const identifiability = rng() < 0.5 ? 'identified' : 'pseudonymous';
  const kinds: object[] = [
    { title: `Title ${Math.floor(rng() * 100)}`, dossier: {} },
    { dossier: { summary: 'Another summary.', retention: rng() < 0.5 ? '' : 'One year.' } },
    { dossier: { risks: [], recipients: [{ id: 'R-2', name: 'Another team' }] } },
    { dossier: { facts: { identifiability, sensitiveService: rng() < 0.5 } } },
    {
      dossier: {
        answers: [
          { questionId: 'PM-1', gap: 'Nothing.' },
          { questionId: 'PM-2', value: 'Now answered.' },
        ],
      },
    },
    { dossier: t3() },
    { dossier: t2() },
    { dossier: {} },
  ];
  return kinds[Math.floor(rng() * kinds.length)]!;
}
