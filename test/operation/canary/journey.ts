// Every mutation there is, sent by the people whose it is, with a canary in each word of theirs.
import { answer, completeAnswers, gap, t1, t3, t3Facts, urgentRecord, signerOf } from '../../builders/index.js';
import { signIn, versioned, type OpenApi, type PersonaKey, type Receipt, type Row } from '../../harness/index.js';
import type { Planting } from './planting.js';

export interface Journey {
  /** Mutations that were recorded. */
  recorded: Set<string>;
  /** The proposal that a partner was invited to, and one that nobody but the lead organisation knows of. */
  shared: string;
  unshared: string;
}

type Send = (who: PersonaKey, mutation: string, input: Row, where?: string) => Promise<Receipt>;

/** A dossier with words wherever there can be some. */
const wordy = () => {
  const dossier = t3() as Row;
  dossier['answers'] = completeAnswers(t3Facts).map(each => ({
    ...each,
    evidence: ['See page two.', 'And page three.'],
  }));
  dossier['answers'].push(gap('PM-99', 'There is nothing yet.'));
  dossier['answers'].pop();
  dossier['recipients'] = [{ id: 'R-1', name: 'The planning team', kind: 'an agency', country: 'New Zealand' }];
  dossier['dataItems'] = dossier['dataItems'].map((item: Row) => ({ ...item, sensitivity: 'Names of children' }));
  dossier['alternatives'] = dossier['alternatives'].map((each: Row) => ({ ...each, proposedBy: 'A caller on Monday' }));
  return dossier;
};

export async function journey(api: OpenApi, planting: Planting): Promise<Journey> {
  const recorded = new Set<string>();
  const send: Send = async (who, mutation, input, where = 'shared') => {
    const planted = planting.in(`${where}: ${mutation}`, input);
    const version = versioned.has(mutation) ? { expectedVersion: await versionOf(api, input['proposalId']) } : {};
    const receipt = await api.as(who).do(mutation, { ...planted, ...version });
    recorded.add(mutation);
    return receipt;
  };
  const shared = await reviewed(send, api);
  const unshared = await kept(send, api);
  await directory(send, api);
  return { recorded, shared, unshared };
}

async function versionOf(api: OpenApi, id: string): Promise<number> {
  const [row] = await api.store.database.sql('select version from proposal where id::text = $1', [id]);
  return row!['version'] as number;
}

async function reviewed(send: Send, api: OpenApi): Promise<string> {
  const { partnerA } = api.store.cast.organisations;
  const { proposal } = await send('analyst', 'draftProposal', {
    title: 'Where home visits are missing',
    dossier: wordy(),
  });
  const on = { proposalId: proposal['id'] as string };
  await send('analyst', 'reviseProposal', {
    ...on,
    title: 'Where more visits are missing',
    dossier: { summary: 'Another summary.' },
  });
  await send('engagement_lead', 'invitePartners', { ...on, organisationIds: [partnerA] });
  await send('analyst', 'submitProposal', { ...on, message: 'Ready at last.' });
  await send('partner_a', 'comment', { ...on, body: 'See page two.', about: ['PM-1'] });
  const between = { ...on, body: 'Between ourselves.', audience: 'INTERNAL' };
  const made = await send('privacy_officer', 'comment', between, 'reviewers');
  const commentId = made.entries[0]?.['payload'].commentId as string;
  await send('privacy_officer', 'editComment', { ...on, commentId, body: 'Between us alone.' }, 'reviewers');
  await send('security_officer', 'declareConflict', { ...on, reason: 'My sister works there.' }, 'reviewers');
  const words = { severity: 'SUBSTANTIAL', about: ['CN-1'] };
  for (const [who, audience, where] of [
    ['partner_a', 'PARTIES', 'shared'],
    ['data_steward', 'REVIEWERS', 'reviewers'],
  ] as const) {
    const raised = await send(
      who,
      'raiseConcern',
      { ...on, ...words, statement: 'Families will stay away.', audience },
      where,
    );
    const concernId = raised.entries[0]?.['payload'].concernId as string;
    await send(
      'engagement_lead',
      'answerConcern',
      { ...on, concernId, disposition: 'ACCEPTED', response: 'Names are dropped.' },
      where,
    );
    await send(who, 'settleConcern', { ...on, concernId, outcome: 'SETTLED', note: 'We read it.' }, where);
  }
  await send('partner_a', 'proposeAlternative', {
    ...on,
    description: 'Send us the questions.',
    rung: 1,
    note: 'It worked before.',
  });
  await send('privacy_officer', 'markRelevance', {
    ...on,
    questionId: 'CN-9',
    relevant: false,
    reason: 'Nothing of the kind.',
  });
  const to = api.store.cast.members.data_steward.personId;
  await send('data_steward', 'assignTask', { ...on, work: 'signOff:purpose', to, note: 'Today.' }, 'reviewers');
  await signed(send, on);
  return on.proposalId;
}

async function signed(send: Send, on: { proposalId: string }): Promise<void> {
  const condition = {
    owner: 'Head of planning',
    dueAt: '2030-01-01T00:00:00.000Z',
    precedent: false,
    statement: 'Write down the rule.',
  };
  const giveSignOff = (signOff: string, more: object = {}) =>
    send(signOff === 'privacy_risk' ? 'privacy_officer_2' : (signerOf(signOff) as PersonaKey), 'giveSignOff', {
      ...{ ...on, signOff, finding: 'MET', rationale: 'It holds as it stands.' },
      ...more,
    });
  await giveSignOff('purpose');
  await send('data_steward', 'withdrawSignOff', { ...on, signOff: 'purpose', reason: 'I was told more.' });
  const promised = await giveSignOff('purpose', {
    finding: 'MET_WITH_CONDITIONS',
    conditions: [{ ...condition, about: ['PM-1'] }],
    checklist: [{ questionId: 'PM-3', answer: 'NO', note: 'The old figure is still in use.' }],
  });
  const conditionId = promised.proposal['conditions'][0].id as string;
  await send('analyst', 'meetCondition', { ...on, conditionId, evidence: 'The rule is signed.' });
  await send('approver', 'recordDecision', {
    ...on,
    outcome: 'DECLINED',
    reasons: 'As weighed.',
    wouldChangeIt: 'Less of it.',
    answers: [answer('PR-15', 'As it was decided before.')],
  });
}

/** What stays within the lead organisation. */
async function kept(send: Send, api: OpenApi): Promise<string> {
  const drafted = await send('analyst', 'draftProposal', { title: 'Nobody else knows', dossier: t1() }, 'unshared');
  const on = { proposalId: drafted.proposal['id'] as string };
  const toPersonId = api.store.cast.members.analyst_2.personId;
  const given = await send('analyst', 'handOverProposal', { ...on, toPersonId, reason: 'I change teams.' }, 'unshared');
  await send('analyst_2', 'submitProposal', { ...on, message: 'Have a look.' }, 'unshared');
  await send('privacy_officer', 'raiseTier', { ...on, tier: 'T2', reason: 'The suburb is small.' }, 'unshared');
  await send('analyst_2', 'withdrawProposal', { ...on, reason: 'No longer needed.' }, 'unshared');
  await send('analyst', 'recordUrgentDisclosure', { title: 'A case of tonight', record: urgentRecord() }, 'unshared');
  const why = { authority: 'An order of the court', reason: 'It named somebody else.' };
  await send('privacy_officer', 'eraseWords', { entryId: given.entries[0]!['id'], ...why }, 'unshared');
  return on.proposalId;
}

async function directory(send: Send, api: OpenApi): Promise<void> {
  const as = (mutation: string, input: Row): Promise<Receipt> => send('administrator', mutation, input, 'people');
  const made = async (mutation: string, input: Row, id: string): Promise<string> =>
    (await as(mutation, input)).entries[0]?.['payload'][id] as string;
  const organisationId = await made('addOrganisation', { name: 'Planning for all', kind: 'AGENCY' }, 'organisationId');
  const personId = await made('addPerson', { displayName: 'Somebody Known', organisationId }, 'personId');
  const assignmentId = await made('assignRole', { personId, role: 'analyst', organisationId }, 'assignmentId');
  await as('endRole', { assignmentId });
  const tokenId = await made('issueToken', { personId, label: 'The laptop upstairs' }, 'tokenId');
  await as('revokeToken', { tokenId });
  const known = { personId, issuer: 'https://login.example', subject: 'The one upstairs' };
  const identityId = await made('linkIdentity', known, 'identityId');
  await as('unlinkIdentity', { identityId });
  const { sessionId } = await signIn(api, 'administrator');
  await as('endSession', { sessionId });
  await as('endSessions', { personId });
}
