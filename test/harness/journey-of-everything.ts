// Long ways through the life of proposals, with every command there is, in an order that chance (seeded) picks among the lawful.
import { v7 as uuidv7 } from 'uuid';
import { isProblem, type Actor, type CommandType, type Proposal } from '#governance';
import { handleCommand, type CommandReceipt } from '#store';
import { signerOf, t1, t2, t3, urgentRecord } from '../builders/index.js';
import { personaKeys, type PersonaKey } from './cast.js';
import type { OpenStore } from './open-store.js';

export type Rng = () => number;

/** mulberry32: small, and the same everywhere. */
export function rngOf(seed: number): Rng {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Traveller {
  send(who: PersonaKey, type: CommandType, input: object): Promise<CommandReceipt | undefined>;
  /** Commands that were recorded, and how often. */
  recorded: Map<CommandType, number>;
}

export async function travellerIn({ cast, actorOf, dataSource }: OpenStore): Promise<Traveller> {
  const actors = {} as Record<PersonaKey, Actor>;
  for (const who of personaKeys) actors[who] = await actorOf(cast.members[who]);
  const recorded: Traveller['recorded'] = new Map();
  return {
    recorded,
    send: async (who, type, input) => {
      const circumstances = { commandId: uuidv7(), actor: actors[who], at: new Date().toISOString() };
      const outcome = await handleCommand(dataSource, { type, input, ...circumstances, newId: () => uuidv7() });
      if (isProblem(outcome)) return undefined;
      recorded.set(type, (recorded.get(type) ?? 0) + 1);
      return outcome;
    },
  };
}

type Try = [who: PersonaKey, type: CommandType, input: object];

/** Draws a command that may or may not be lawful now; the store says. */
function draw(rng: Rng, proposal: Proposal, { cast }: OpenStore): Try {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(rng() * list.length)]!;
  const on = { proposalId: proposal.id };
  const versioned = { ...on, expectedVersion: proposal.version };
  const author = personaKeys.find(who => cast.members[who].personId === proposal.author.personId) ?? 'analyst';
  const { partnerA, partnerB, oversight } = cast.organisations;
  const signOff = pick(['purpose', 'proportionality', 'privacy_risk', 'consultation', 'transparency']);
  const concernId = pick(proposal.concerns)?.id ?? uuidv7();
  const conditions = [
    ...Object.values(proposal.signOffs).flatMap(each => each.conditions),
    ...(proposal.decision?.conditions ?? []),
  ];
  const conditionId = pick(conditions)?.id ?? uuidv7();
  const promise = {
    statement: 'Do it.',
    precedent: rng() < 0.5,
    owner: 'Lead',
    dueAt: '2030-01-01T00:00:00.000Z',
    about: ['PR-1', 'PM-1', 'RK-2'],
  };
  const finding = pick(['MET', 'MET', 'MET', 'MET_WITH_CONDITIONS', 'NOT_MET']);
  const outcome = pick(['APPROVED', 'APPROVED_WITH_CONDITIONS', 'RETURNED', 'RETURNED', 'DECLINED', 'REDIRECTED']);
  const given = { finding, rationale: 'Weighed.', conditions: finding === 'MET_WITH_CONDITIONS' ? [promise] : [] };
  const decided = {
    outcome,
    reasons: 'Weighed.',
    wouldChangeIt: 'Less.',
    overruled: proposal.concerns.map(({ id }) => id),
  };
  const settled = pick(['SETTLED', 'DISPUTED', 'WITHDRAWN']);
  return pick<Try>([
    [author, 'ReviseProposal', { ...versioned, ...revision(rng) }],
    [author, 'ReviseProposal', { ...versioned, ...revision(rng) }],
    [author, 'SubmitProposal', { ...versioned, message: 'Ready.' }],
    [author, 'SubmitProposal', versioned],
    ['engagement_lead', 'InvitePartners', { ...versioned, organisationIds: [pick([partnerA, partnerB, oversight])] }],
    [
      pick(['partner_a', 'partner_b', 'approver', 'data_steward']),
      'RaiseConcern',
      {
        ...on,
        statement: 'Wait.',
        severity: pick(['MINOR', 'SUBSTANTIAL']),
        about: ['CN-1'],
        audience: pick(['PARTIES', 'PARTIES', 'REVIEWERS']),
      },
    ],
    [
      'engagement_lead',
      'AnswerConcern',
      { ...on, concernId, disposition: pick(['ACCEPTED', 'NOT_ACCEPTED']), response: 'Here is why.' },
    ],
    [
      pick(['partner_a', 'partner_b', 'approver', 'data_steward']),
      'SettleConcern',
      { ...on, concernId, outcome: settled, note: 'Read.' },
    ],
    [
      'partner_a',
      'ProposeAlternative',
      { ...on, description: 'Ask us.', rung: Math.floor(rng() * 8), note: 'Please.' },
    ],
    ...Array.from({ length: 6 }, (): Try => [
      signerOf(signOff) as PersonaKey,
      'GiveSignOff',
      { ...versioned, signOff, ...given },
    ]),
    [signerOf(signOff) as PersonaKey, 'WithdrawSignOff', { ...versioned, signOff, reason: 'Told more.' }],
    [
      'approver',
      'RecordDecision',
      { ...versioned, ...decided, conditions: outcome === 'APPROVED_WITH_CONDITIONS' ? [promise] : [] },
    ],
    ['privacy_officer', 'RaiseTier', { ...versioned, tier: pick(['T2', 'T3']), reason: 'Small.' }],
    [
      'privacy_officer',
      'MarkRelevance',
      { ...versioned, questionId: pick(['CN-9', 'TC-12', 'RK-16']), relevant: rng() < 0.5, reason: 'No.' },
    ],
    [pick(['security_officer', 'approver']), 'DeclareConflict', { ...on, reason: 'My sister.' }],
    [
      pick([author, 'privacy_officer', 'privacy_officer_2']),
      'MeetCondition',
      { ...on, conditionId, evidence: 'Here.' },
    ],
    [
      author,
      'HandOverProposal',
      { ...versioned, toPersonId: cast.members[pick(['analyst', 'analyst_2'])].personId, reason: 'Moving.' },
    ],
    [pick(['analyst', 'approver', 'partner_a']), 'Comment', { ...on, body: 'Hello.', about: ['PM-1'] }],
    ...(rng() < 0.1 ? [[author, 'WithdrawProposal', { ...versioned, reason: 'No longer.' }] as Try] : []),
  ]);
}

function revision(rng: Rng): object {
  const kinds: object[] = [
    { title: `Title ${Math.floor(rng() * 100)}`, dossier: {} },
    { dossier: { summary: 'Another summary.', retention: rng() < 0.5 ? '' : 'One year.' } },
    { dossier: { risks: [], recipients: [{ id: 'R-2', name: 'Another team' }] } },
    {
      dossier: {
        facts: { identifiability: rng() < 0.5 ? 'identified' : 'pseudonymous', sensitiveService: rng() < 0.5 },
      },
    },
    {
      dossier: {
        answers: [
          { questionId: 'PM-1', gap: 'Nothing to show.' },
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

/** Some proposals, each carried on for `steps` tries. Answers their ids. */
export async function travel(store: OpenStore, traveller: Traveller, seed: number, steps: number): Promise<string[]> {
  const rng = rngOf(seed);
  const ids: string[] = [];
  for (const dossier of [t1(), t2(), t3()]) {
    const begun = await traveller.send('analyst', 'DraftProposal', { title: `Journey ${seed}`, dossier });
    let proposal = begun!.proposal;
    ids.push(proposal.id);
    for (let step = 0; step < steps; step += 1)
      proposal = (await traveller.send(...draw(rng, proposal, store)))?.proposal ?? proposal;
  }
  const copied = await traveller.send('analyst', 'DraftProposal', { title: 'A copy', copyOf: ids[0] });
  if (copied) ids.push(copied.proposal.id);
  const urgent = { title: 'Case 4417', record: urgentRecord() };
  ids.push((await traveller.send('analyst', 'RecordUrgentDisclosure', urgent))!.proposal.id);
  return ids;
}
