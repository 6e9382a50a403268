// How a proposal of the matrix came to where it stands: by commands of the people in the columns, and in no other way.
import { v7 as uuidv7 } from 'uuid';
import { isProblem, type Actor, type CommandType } from '#governance';
import { handleCommand, type CommandReceipt } from '#store';
import type { OpenApi } from '../harness/index.js';
import { answer, condition, t2, urgentRecord } from '../builders/index.js';
import type { Column } from './columns.js';
import type { Situation } from './notation.js';

export interface Plot {
  situation: Situation;
  author: Column;
  concern?: { by: Column; status: string; audience: 'PARTIES' | 'REVIEWERS' };
  condition?: 'unmet' | 'shown' | 'met';
  comment?: { by: Column; audience: string; naming?: Column };
  taken?: { by: Column; work: string };
  /** Whose past matters: everybody's, or only this column's. It leaves out acts of others that change nothing for them. */
  of?: Column;
}

/** A proposal as it stands, with the ids that cells need. */
export interface Subject {
  proposalId: string;
  version: number;
  title: string;
  reference: string;
  author: Column;
  sequence: number;
  firstEntryId: string;
  concernId: string;
  concernEntryId: string;
  conditionId: string;
  commentId: string;
  /** Of the directory, where a cell is about that. */
  assignmentId: string;
  tokenId: string;
  identityId: string;
  sessionId: string;
}

export interface Company {
  api: OpenApi;
  actors: Record<Column, Actor>;
}

export type Tell = (who: Column, type: CommandType, input?: object) => Promise<CommandReceipt>;

const signers: [Column, string][] = [
  ['s1', 'purpose'],
  ['s2', 'proportionality'],
  ['s3', 'privacy_risk'],
  ['s4', 'consultation'],
  ['s5', 'transparency'],
];
const outcomes: Partial<Record<Situation, string>> = {
  returned: 'RETURNED',
  approved: 'APPROVED',
  conditional: 'APPROVED_WITH_CONDITIONS',
  declined: 'DECLINED',
  redirected: 'REDIRECTED',
};
let count = 0;

export async function bringAbout(company: Company, plot: Plot): Promise<Subject> {
  const { situation, concern: raised } = plot;
  const { subject, tell } = teller(company);
  const isAuthorsOwn = raised !== undefined && raised.by === plot.author;
  await begin(plot, subject, tell);
  if (!isAuthorsOwn) await handOver(company, plot, tell);
  if (plot.comment?.by === 'an') await comment(company, plot.comment, { subject, tell });
  if (situation === 'urgent') return subject;
  await tell('el', 'InvitePartners', { organisationIds: [company.api.store.cast.organisations.partnerA] });
  if (situation === 'draft') return subject;
  await tell(isAuthorsOwn ? 'fo' : plot.author, 'SubmitProposal');
  await earlier(plot, tell, isAuthorsOwn ? 'fo' : plot.author);
  if (plot.comment?.by === 'pa') await comment(company, plot.comment, { subject, tell });
  if (situation !== 'review') await signUpTo(plot, subject, tell);
  if (situation === 'concern') await concern(subject, tell, { by: 'pa', status: 'OPEN', audience: 'PARTIES' });
  else if (raised) await concern(subject, tell, raised);
  if (isAuthorsOwn) await handOver(company, plot, tell);
  if (plot.condition) await evidence(plot, subject, tell);
  if (plot.taken) await take(company, plot.taken, tell);
  await end(plot, subject, tell);
  return subject;
}

/** Nothing that there is: ids that nobody has given out. */
export function noSubject(): Subject {
  const none = uuidv7();
  const parts = { firstEntryId: none, concernId: none, concernEntryId: none, conditionId: none, commentId: none };
  const ofDirectory = { assignmentId: none, tokenId: none, identityId: none, sessionId: none };
  return {
    proposalId: none,
    version: 0,
    title: '',
    reference: 'DSP-0000',
    author: 'an',
    sequence: 0,
    ...parts,
    ...ofDirectory,
  };
}

/** Sends what must be accepted, and keeps the subject up to date. */
function teller({ api, actors }: Company): { subject: Subject; tell: Tell } {
  const subject: Subject = { ...noSubject(), title: `Subject ${(count += 1)} of the matrix` };
  const tell: Tell = async (who, type, input = {}) => {
    const onIt =
      type === 'DraftProposal' || type === 'RecordUrgentDisclosure' ? {} : { proposalId: subject.proposalId };
    const version = unversioned.has(type) ? {} : { expectedVersion: subject.version };
    const request = { type, commandId: uuidv7(), input: { ...onIt, ...version, ...input }, actor: actors[who] };
    const told = { ...request, at: new Date().toISOString(), newId: () => uuidv7() };
    const receipt = await handleCommand(api.store.dataSource, told);
    if (isProblem(receipt)) throw new Error(`The past went otherwise: ${who} ${type}: ${JSON.stringify(receipt)}`);
    const { proposal, entries, number } = receipt;
    const reference = `DSP-${String(number).padStart(4, '0')}`;
    const sequence = entries.at(-1)!.sequence;
    Object.assign(subject, { version: proposal.version, proposalId: proposal.id, reference, sequence });
    if (entries[0]!.sequence === 1) subject.firstEntryId = entries[0]!.id;
    return receipt;
  };
  return { subject, tell };
}

const unversioned: ReadonlySet<CommandType> = new Set<CommandType>([
  ...(['DraftProposal', 'RecordUrgentDisclosure', 'RaiseConcern', 'AnswerConcern', 'SettleConcern'] as const),
  ...(['ProposeAlternative', 'DeclareConflict', 'MeetCondition', 'Comment', 'EditComment', 'AssignTask'] as const),
]);

/** Is this column's past part of the plot? */
const has = ({ of }: Plot, column: Column): boolean => of === undefined || of === column;

async function begin(plot: Plot, subject: Subject, tell: Tell): Promise<void> {
  subject.author = plot.author;
  const first = plot.author === 'an' ? 'fo' : plot.author;
  const { title } = subject;
  if (plot.situation === 'urgent') await tell(first, 'RecordUrgentDisclosure', { title, record: urgentRecord() });
  else await tell(first, 'DraftProposal', { title, dossier: t2() });
  if (has(plot, 'cf')) await tell('cf', 'DeclareConflict', { reason: 'My sister works there.' });
}

/** What fo began becomes an's. */
async function handOver({ actors }: Company, { author }: Plot, tell: Tell): Promise<void> {
  if (author !== 'an') return;
  await tell('fo', 'HandOverProposal', { toPersonId: actors.an.personId, reason: 'I change teams.' });
}

/** What de, wd and tw did in an earlier round, and took back. */
async function earlier(plot: Plot, tell: Tell, author: Column): Promise<void> {
  if (has(plot, 'de')) {
    await tell('de', 'RecordDecision', { outcome: 'RETURNED', reasons: 'Say more of the purpose.' });
    await tell(author, 'SubmitProposal');
  }
  const takenBack: [Column, string, string][] = [
    ['wd', 'purpose', 'MET'],
    ['tw', 'privacy_risk', 'NOT_MET'],
    ['tw', 'consultation', 'MET'],
  ];
  for (const [who, signOff, finding] of takenBack.filter(([column]) => has(plot, column))) {
    await tell(who, 'GiveSignOff', { signOff, finding, rationale: 'So it seemed.' });
    await tell(who, 'WithdrawSignOff', { signOff, reason: 'I was told something new.' });
  }
}

async function signUpTo({ situation, condition: promised }: Plot, subject: Subject, tell: Tell): Promise<void> {
  for (const [who, signOff] of situation === 'purpose' ? signers.slice(0, 1) : signers) {
    const isConditional = promised !== undefined && signOff === 'privacy_risk';
    const given = isConditional
      ? { finding: 'MET_WITH_CONDITIONS', conditions: [condition(['RK-2'])] }
      : { finding: 'MET' };
    const { proposal } = await tell(who, 'GiveSignOff', { signOff, ...given, rationale: 'It holds as it stands.' });
    if (isConditional) subject.conditionId = proposal.signOffs.privacy_risk!.conditions[0]!.id;
  }
}

async function concern(subject: Subject, tell: Tell, raised: NonNullable<Plot['concern']>): Promise<void> {
  const { by, status, audience } = raised;
  const words = { statement: 'Families will stop coming.', severity: 'MODERATE', about: ['CN-1'], audience };
  const { proposal, entries } = await tell(by, 'RaiseConcern', words);
  const concernId = proposal.concerns.at(-1)!.id;
  Object.assign(subject, { concernId, concernEntryId: entries[0]!.id });
  const answer = { concernId, disposition: 'PARTLY_ACCEPTED', response: 'Names are dropped.' };
  if (['ANSWERED', 'DISPUTED', 'SETTLED'].includes(status)) await tell('el', 'AnswerConcern', answer);
  if (['DISPUTED', 'SETTLED', 'WITHDRAWN'].includes(status))
    await tell(by, 'SettleConcern', { concernId, outcome: status, note: 'Read.' });
}

async function comment(
  { actors }: Company,
  { by, audience, naming }: NonNullable<Plot['comment']>,
  { subject, tell }: { subject: Subject; tell: Tell },
): Promise<void> {
  const mentions = naming ? [actors[naming].personId] : [];
  const { proposal } = await tell(by, 'Comment', { body: 'See page two.', audience, mentions });
  subject.commentId = proposal.comments.at(-1)!.id;
}

const take = ({ actors }: Company, { by, work }: NonNullable<Plot['taken']>, tell: Tell): Promise<unknown> =>
  tell(by, 'AssignTask', { work, to: actors[by].personId });

async function evidence({ condition: come }: Plot, { conditionId, author }: Subject, tell: Tell): Promise<void> {
  if (come !== 'unmet') await tell(author, 'MeetCondition', { conditionId, evidence: 'See the page.' });
  if (come === 'met') await tell('po', 'MeetCondition', { conditionId, evidence: 'I read the page.' });
}

async function end({ situation, concern: raised }: Plot, subject: Subject, tell: Tell): Promise<void> {
  if (situation === 'withdrawn') await tell(subject.author, 'WithdrawProposal', { reason: 'No longer needed.' });
  const outcome = outcomes[situation];
  if (!outcome) return;
  const conditions = outcome === 'APPROVED_WITH_CONDITIONS' ? [condition(['RK-2'])] : [];
  const overruled = raised?.status === 'DISPUTED' ? [subject.concernId] : [];
  await tell('de', 'RecordDecision', { ...decisionWords(outcome), conditions, overruled });
}

/** To decline takes what would change the answer, and PR-10 and PR-15 answered. */
export const decisionWords = (outcome: string): object => ({
  ...{ outcome, reasons: 'As weighed.' },
  ...(outcome === 'DECLINED' ? { wouldChangeIt: 'Fewer data.', answers: [answer('PR-10'), answer('PR-15')] } : {}),
});
