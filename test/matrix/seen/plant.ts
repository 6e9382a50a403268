// Proposals in which every text that people write has a word of its own, so that wherever it turns up it is known.
import { openApi, type Member, type OpenApi, type PersonaKey, type Row } from '../../harness/index.js';
import { answer, completeAnswers, condition, risk, t1, t2Facts, t3Facts, urgentRecord } from '../../builders/index.js';
import type { Reader } from './notation.js';

/** The word of a text, as it is planted and looked for. */
export const word = (text: string): string => `«${text}»`;

const personas = {
  ...{ an: 'analyst', a2: 'analyst_2', ds: 'data_steward', po: 'privacy_officer', p2: 'privacy_officer_2' },
  ...{ so: 'security_officer', el: 'engagement_lead', ap: 'approver', pa: 'partner_a', pb: 'partner_b' },
  ...{ au: 'auditor', ad: 'administrator', ou: 'outsider' },
} as const;
type Speaker = keyof typeof personas;

export interface Garden {
  api: OpenApi;
  members: Record<Speaker | Reader, Member>;
  proposalIds: string[];
  /** Of concerns and conditions. */
  partIds: string[];
}

export async function openGarden(): Promise<Garden> {
  const api = await openApi();
  const { cast } = api.store;
  const speakers = Object.keys(personas) as Speaker[];
  const named = speakers.map(letters => [letters, cast.members[personas[letters] as PersonaKey]]);
  const pu = await cast.add({ name: 'Partner Nobody Invited', organisation: 'unrelated', roles: ['partner'] });
  const members = { ...Object.fromEntries(named), pu, no: { ...pu, token: '' } } as Garden['members'];
  return { api, members, proposalIds: [], partIds: [] };
}

/** Sends what must be recorded. */
const say = ({ api, members }: Garden, who: Speaker, mutation: string, input: Row) =>
  api.as(members[who]).do(mutation, input);

function dossier(): Row {
  const own = (kind: string, ...fields: string[]): Row =>
    Object.fromEntries(fields.map(field => [field, word(`${kind}.${field}`)]));
  const answered = new Map(
    [...completeAnswers(t2Facts), ...completeAnswers(t3Facts)].map(each => [each.questionId, each]),
  );
  answered.set('PM-1', { ...answer('PM-1', word('answer.value')), evidence: [word('answer.evidence')] });
  answered.set('TC-12', { questionId: 'TC-12', gap: word('answer.gap') });
  const item = { id: 'D-1', identifiability: 'pseudonymous', purposeIds: ['P-1'] };
  return {
    summary: word('summary'),
    facts: t2Facts,
    purposes: [{ id: 'P-1', ...own('purpose', 'statement', 'benefit', 'authority', 'excludedUses') }],
    dataItems: [{ ...item, ...own('dataItem', 'name', 'about', 'sensitivity', 'necessity') }],
    recipients: [{ id: 'R-1', ...own('recipient', 'name', 'kind', 'country') }],
    alternatives: [{ id: 'A-1', rung: 1, ...own('alternative', 'description', 'whyNot', 'proposedBy') }],
    risks: [risk('K-1', own('risk', 'title', 'mitigation', 'owner'))],
    retention: word('retention'),
    transferRoute: word('transferRoute'),
    answers: [...answered.values()],
  };
}

/** A draft with partners invited, two comments that were written anew, a conflict, and a past author. */
export async function plantDraft(garden: Garden): Promise<string> {
  const { api, members } = garden;
  const begun = await say(garden, 'a2', 'draftProposal', { title: word('title'), dossier: dossier() });
  const proposalId = begun.proposal['id'] as string;
  const on = { proposalId };
  const { partnerA, partnerB } = api.store.cast.organisations;
  await say(garden, 'a2', 'handOverProposal', {
    ...{ ...on, toPersonId: members.an.personId, reason: word('handOver.reason') },
  });
  await say(garden, 'el', 'invitePartners', { ...on, organisationIds: [partnerA, partnerB] });
  await say(garden, 'a2', 'declareConflict', { ...on, reason: word('conflict.reason') });
  const commenters = { an: 'INTERNAL', po: 'PARTNERS' } as const;
  for (const [who, audience] of Object.entries(commenters)) {
    const [body, first] = [word(`comment ${audience}.body`), word(`comment ${audience}.first`)];
    const about = [word(`comment ${audience}.about`), 'purposes.P-1', 'risks.K-1'];
    const mentions = [members[who === 'an' ? 'po' : 'an'].personId];
    const said = await say(garden, who as Speaker, 'comment', { ...on, audience, body: first, about, mentions });
    const { commentId } = said.entries[0]!['payload'] as Row;
    await say(garden, who as Speaker, 'editComment', { ...on, commentId, body });
  }
  garden.proposalIds.push(proposalId);
  return proposalId;
}

const submit = (garden: Garden, on: Row) =>
  say(garden, 'an', 'submitProposal', { ...on, message: word('submit.message') });

const signers: Record<string, Speaker> = {
  ...{ purpose: 'ds', proportionality: 'po', privacy_risk: 'so', consultation: 'el', transparency: 'p2' },
};

/** A question of each of these sign-offs, gone through with a note. */
const goneThrough: Record<string, string> = { purpose: 'PM-1', privacy_risk: 'RK-2', consultation: 'CN-1' };

function checklistOf(key: string): Row {
  const questionId = goneThrough[key];
  const note = word(`checklist of ${key}.note`);
  return questionId ? { checklist: [{ questionId, answer: 'NOT_APPLICABLE', note }] } : {};
}

async function sign(garden: Garden, on: Row, key: string, more: Row = {}): Promise<void> {
  const words = { signOff: key, finding: 'MET', rationale: word(`rationale of ${key}`), ...checklistOf(key) };
  const { proposal } = await say(garden, signers[key]!, 'giveSignOff', { ...on, ...words, ...more });
  garden.partIds.push(...(proposal['conditions'] as Row[]).map(({ id }) => id as string));
}

interface Raised {
  who: Speaker;
  audience?: 'REVIEWERS';
  outcome?: 'SETTLED' | 'DISPUTED' | 'WITHDRAWN';
}

/** Raised, answered with NOT_ACCEPTED, and settled in some way. Answers its id. */
async function concern(garden: Garden, on: Row, { who, audience, outcome }: Raised): Promise<string> {
  const name = `concern of ${who}${audience ? ' among reviewers' : ''}`;
  const words = { statement: word(`${name}.statement`), about: [word(`${name}.about`)], severity: 'SUBSTANTIAL' };
  const { entries } = await say(garden, who, 'raiseConcern', { ...on, ...words, ...(audience ? { audience } : {}) });
  const concernId = entries[0]!['payload'].concernId as string;
  garden.partIds.push(concernId);
  const response = word(`${name}.response`);
  await say(garden, 'el', 'answerConcern', { ...on, concernId, disposition: 'NOT_ACCEPTED', response });
  if (outcome) await say(garden, who, 'settleConcern', { ...on, concernId, outcome, note: word(`${name}.note`) });
  return concernId;
}

/** In review, returned once: concerns of four, alternatives of both partners, a sign-off that is stale, and given to somebody, and one taken back. */
export async function plantReview(garden: Garden, proposalId: string): Promise<void> {
  const on = { proposalId };
  await submit(garden, on);
  await say(garden, 'ap', 'recordDecision', { ...on, outcome: 'RETURNED', reasons: word('returned.reasons') });
  await submit(garden, on);
  await say(garden, 'po', 'raiseTier', { ...on, tier: 'T3', reason: word('tier.reason') });
  await say(garden, 'po', 'markRelevance', {
    ...{ ...on, questionId: 'TC-11', relevant: false, reason: word('relevance.reason') },
  });
  for (const who of ['pa', 'pb'] as const) {
    const name = `alternative of ${who}`;
    const words = { description: word(`${name}.description`), note: word(`${name}.note`) };
    await say(garden, who, 'proposeAlternative', { ...on, rung: 1, ...words });
    await say(garden, who, 'comment', { ...on, body: word(`comment of ${who}.body`), audience: 'PARTNERS' });
  }
  await concern(garden, on, { who: 'pa', outcome: 'DISPUTED' });
  await concern(garden, on, { who: 'pb', outcome: 'SETTLED' });
  await concern(garden, on, { who: 'ds', outcome: 'SETTLED' });
  await concern(garden, on, { who: 'so', audience: 'REVIEWERS', outcome: 'DISPUTED' });
  for (const key of Object.keys(signers))
    await sign(garden, on, key, { finding: key === 'purpose' ? 'MET' : 'NOT_MET' });
  await say(garden, 'p2', 'withdrawSignOff', {
    ...on,
    signOff: 'transparency',
    reason: word('signOff taken back.reason'),
  });
  await say(garden, 'p2', 'giveSignOff', {
    ...{ ...on, signOff: 'transparency', finding: 'NOT_MET', rationale: word('rationale of transparency') },
  });
  const route = `${word('transferRoute')} Twice a year.`;
  await say(garden, 'an', 'reviseProposal', { ...on, dossier: { transferRoute: route } });
  const to = garden.members.so.personId;
  await say(garden, 'po', 'assignTask', { ...on, work: 'signOff:privacy_risk', to, note: word('assignment.note') });
}

/** Approved with conditions, one of them met, over a partner's dissent. */
export async function plantDecision(garden: Garden): Promise<string> {
  const proposalId = await plantDraft(garden);
  const on = { proposalId };
  await submit(garden, on);
  const overruled = [await concern(garden, on, { who: 'pa' })];
  const promised = condition(['TC-12', 'RK-2'], {
    ...{ statement: word('condition of a signOff.statement'), owner: word('condition of a signOff.owner') },
  });
  for (const key of ['purpose', 'proportionality', 'consultation', 'transparency']) await sign(garden, on, key);
  await sign(garden, on, 'privacy_risk', { finding: 'MET_WITH_CONDITIONS', conditions: [promised] });
  const last = condition(['RK-2'], {
    ...{ statement: word('condition of the decision.statement'), owner: word('condition of the decision.owner') },
  });
  const words = { reasons: word('decision.reasons'), wouldChangeIt: word('decision.wouldChangeIt') };
  const outcome = 'APPROVED_WITH_CONDITIONS';
  const decided = await say(garden, 'ap', 'recordDecision', {
    ...on,
    outcome,
    ...words,
    overruled,
    conditions: [last],
  });
  const [conditionId] = (decided.proposal['conditions'] as Row[]).map(({ id }) => id as string);
  await say(garden, 'an', 'meetCondition', { ...on, conditionId, evidence: word('condition.evidence') });
  await say(garden, 'po', 'meetCondition', { ...on, conditionId, evidence: word('condition.confirmation') });
  return proposalId;
}

/** An urgent disclosure, and a proposal that its author took back. */
export async function plantTheRest(garden: Garden): Promise<void> {
  const fields = ['U-1', 'U-2', 'U-3', 'U-4', 'U-5', 'U-6', 'U-7'];
  const record = urgentRecord(Object.fromEntries(fields.map(key => [key, word(`urgent.${key}`)])));
  const urgent = await say(garden, 'an', 'recordUrgentDisclosure', { title: word('urgent.title'), record });
  const draft = await say(garden, 'an', 'draftProposal', {
    title: 'Taken back',
    dossier: t1(),
  });
  const proposalId = draft.proposal['id'] as string;
  await say(garden, 'an', 'withdrawProposal', { proposalId, reason: word('withdrawal.reason') });
  garden.proposalIds.push(urgent.proposal['id'] as string, proposalId);
}
