// What each mutation of the tables sends: content that is right in every place where it may be recorded.
import { v7 as uuidv7 } from 'uuid';
import { condition, t1, t2, urgentRecord } from '../builders/index.js';
import type { Member } from '../harness/index.js';
import type { Column } from './columns.js';
import { bringName, directoryRequests } from './directory-requests.js';
import { decisionWords, type Company, type Plot, type Subject } from './past.js';

export interface Hall {
  subject: Subject;
  members: Record<Column, Member>;
  /** Who sends it. */
  column: Column;
}

export type Host = Company & { members: Record<Column, Member> };

export interface Asked {
  /** Leaves its proposal as it was (a comment raises no version), or has none: many may share what they stand on. */
  isHarmless?: boolean;
  /** What is needed of the directory; every column has its own. */
  bring?: (particulars: string, column: Column, host: Host) => Promise<Partial<Subject>>;
  input: (particulars: string, hall: Hall) => object;
}

const on = ({ subject }: Hall) => ({ proposalId: subject.proposalId });
const at = ({ subject }: Hall) => ({ proposalId: subject.proposalId, expectedVersion: subject.version });
const inOwnWords = (words: object): Pick<Asked, 'input'> => ({ input: (_, hall) => ({ ...on(hall), ...words }) });
const atItsVersion = (words: object): Pick<Asked, 'input'> => ({ input: (_, hall) => ({ ...at(hall), ...words }) });

/** A question of each sign-off's set that a condition may be about. */
const questionOf: Record<string, string> = {
  purpose: 'PM-1',
  proportionality: 'PR-1',
  privacy_risk: 'RK-2',
  consultation: 'CN-1',
  transparency: 'TC-1',
};

/** `by pa`, `by so among reviewers`: whose concern it is. */
export const concernOf = (particulars: string, status = 'OPEN'): Partial<Plot> => {
  const [, by] = /by (\w\w)/.exec(particulars) ?? [];
  const audience = particulars.includes('among reviewers') ? 'REVIEWERS' : 'PARTIES';
  return by ? { concern: { by: by as Column, status, audience } } : {};
};

const conditionBy: Record<string, Plot['condition']> = {
  'without evidence': 'unmet',
  'with evidence': 'shown',
  'once met': 'met',
};
export const conditionOf = (particulars: string): Partial<Plot> => {
  const come = Object.keys(conditionBy).find(words => particulars.includes(words));
  return come ? { condition: conditionBy[come] } : {};
};

/** `by an for PARTNERS naming ap`: whose comment it is, for whom, and whom it mentions. */
export const commentOf = (particulars: string): Partial<Plot> => {
  const [, by, audience = '', naming] = /by (\w\w) for (\w+)(?: naming (\w\w))?/.exec(particulars) ?? [];
  return by ? { comment: { by: by as Column, audience, ...(naming ? { naming: naming as Column } : {}) } } : {};
};

/** `signOff:privacy_risk taken by po as they know`: who has taken it, and whether it is passed on knowingly. */
export const takenOf = (particulars: string): Partial<Plot> => {
  const [, work, by] = /^(\S+) taken by (\w\w)/.exec(particulars) ?? [];
  return work && by ? { taken: { work, by: by as Column } } : {};
};

/** Everybody takes it for themselves. */
function assignment(particulars: string, hall: Hall): object {
  const { subject, members, column } = hall;
  const [kind = ''] = particulars.split(' ');
  const [, holder] = /taken by (\w\w) as they know/.exec(particulars) ?? [];
  const ids: Record<string, string> = {
    ...{ concern: `concern:${subject.concernId}`, condition: `condition:${subject.conditionId}` },
    say: `say:${members.pa.organisationId}`,
  };
  const from = holder ? { from: members[holder as Column].personId } : {};
  return { ...on(hall), work: ids[kind] ?? kind, to: members[column].personId, ...from };
}

function signOffInput(particulars: string, hall: Hall): object {
  const [signOff = '', finding] = particulars.split(' ');
  const conditions = finding === 'MET_WITH_CONDITIONS' ? [condition([questionOf[signOff]!])] : [];
  return { ...at(hall), signOff, finding, rationale: 'It holds as it stands.', conditions };
}

function decisionInput(outcome: string, hall: Hall): object {
  const conditions = outcome === 'APPROVED_WITH_CONDITIONS' ? [condition(['RK-2'])] : [];
  return { ...at(hall), ...decisionWords(outcome), conditions };
}

export const requests: Record<string, Asked> = {
  draftProposal: {
    isHarmless: true,
    input: (particulars, { subject }) =>
      particulars === 'copyOf'
        ? { title: 'A copy', copyOf: subject.proposalId }
        : { title: 'A new one', dossier: t1() },
  },
  recordUrgentDisclosure: { isHarmless: true, input: () => ({ title: 'Case 4417', record: urgentRecord() }) },
  reviseProposal: atItsVersion({ dossier: { summary: 'Counts of home visits, said again.' } }),
  submitProposal: atItsVersion({ message: 'Ready.' }),
  withdrawProposal: atItsVersion({ reason: 'No longer needed.' }),
  handOverProposal: {
    input: (particulars, hall) => {
      const to = particulars.replace('to ', '') as Column;
      return { ...at(hall), toPersonId: hall.members[to].personId, reason: 'I change teams.' };
    },
  },
  invitePartners: {
    input: (who, hall) => ({ ...at(hall), organisationIds: [hall.members[who as Column].organisationId] }),
  },
  proposeAlternative: inOwnWords({ description: 'Send us the questions.', rung: 1, note: 'It worked last year.' }),
  raiseConcern: {
    input: (audience, hall) => ({ ...on(hall), statement: 'Families will stop coming.', severity: 'MINOR', audience }),
  },
  answerConcern: {
    input: (_, hall) => {
      const said = { disposition: 'ACCEPTED', response: 'Names are dropped.' };
      return { ...on(hall), concernId: hall.subject.concernId, ...said };
    },
  },
  settleConcern: {
    input: (particulars, hall) => {
      const outcome = particulars.split(' ').at(-1);
      return { ...on(hall), concernId: hall.subject.concernId, outcome, note: 'We read the answer.' };
    },
  },
  giveSignOff: { input: signOffInput },
  withdrawSignOff: {
    input: (particulars, hall) => {
      const [signOff] = particulars.split(' ');
      return { ...at(hall), signOff, reason: 'I was told something new.' };
    },
  },
  declareConflict: inOwnWords({ reason: 'My sister works there.' }),
  recordDecision: { input: decisionInput },
  meetCondition: {
    input: (_, hall) => ({ ...on(hall), conditionId: hall.subject.conditionId, evidence: 'See the page.' }),
  },
  raiseTier: { input: (tier, hall) => ({ ...at(hall), tier, reason: 'The suburb is small.' }) },
  markRelevance: {
    input: (_, hall) => ({ ...at(hall), questionId: 'TC-12', relevant: false, reason: 'Nothing of the kind happens.' }),
  },
  comment: {
    isHarmless: true,
    input: (particulars, hall) => {
      const [audience, , naming] = particulars.split(' ');
      const mentions = naming ? { mentions: [hall.members[naming as Column].personId] } : {};
      return { ...on(hall), body: 'See page two.', audience, ...mentions };
    },
  },
  editComment: { input: (_, hall) => ({ ...on(hall), commentId: hall.subject.commentId, body: 'See page three.' }) },
  assignTask: { input: assignment },
  eraseWords: {
    bring: bringName,
    input: (particulars, { subject }) => ({
      entryId: particulars.includes('concern') ? subject.concernEntryId : subject.firstEntryId,
      ...{ authority: 'IPP 7', reason: 'A request.' },
    }),
  },
  ...directoryRequests,
};

/** A dossier of which a preview tells what it would change. */
export const otherDossier = () => ({ ...t2(), summary: 'Said in other words.' });
export const newCommandId = (): string => uuidv7();
