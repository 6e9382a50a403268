// I3, I7: no approval that is unlawful, by an eye that reads recorded events only and asks no rule of the product.
import type { RecordedEvent } from '#governance';
import { faultsOf } from '../../model/lawful.js';
import { Examination, type Finding } from './invariant.js';
import { groupBy, type Act, type Records, type StoredEntry } from './records.js';

/** Who may give what, from the rules page. */
const permitted: Record<string, string[]> = {
  purpose: ['data_steward'],
  proportionality: ['privacy_officer'],
  privacy_risk: ['privacy_officer', 'security_officer'],
  consultation: ['engagement_lead'],
  transparency: ['privacy_officer'],
};
const final = ['APPROVED', 'APPROVED_WITH_CONDITIONS', 'DECLINED', 'REDIRECTED'];
/** What may still happen when all has been decided, or the proposal was withdrawn. */
const afterwards = new Set([
  'CommentMade',
  'ConditionEvidenced',
  'ConditionMet',
  'ConflictDeclared',
  'ProposalHandedOver',
  'TaskAssigned',
]);

export function examineApprovals(records: Records): Finding {
  const exam = new Examination(
    'I3',
    'no approval without current sign-offs by distinct permitted people; nothing after the end',
  );
  const streams = groupBy(
    records.entries.filter(({ said }) => said.proposal),
    ({ stream }) => stream,
  );
  for (const [stream, entries] of streams) {
    const approvals = entries.filter(({ said }) => String(said.payload['outcome']).startsWith('APPROVED')).length;
    exam.saw('histories');
    exam.saw('approvals', approvals);
    for (const fault of faultsOf(entries.map(toEvent))) exam.expect(false, () => `${stream}: ${fault}`);
    examineRoles(exam, entries, records.roles);
    examineEnd(exam, stream, entries);
  }
  return exam.finding;
}

const toEvent = ({ said }: StoredEntry): RecordedEvent =>
  ({
    ...said.payload,
    type: said.type,
    by: { personId: said.by.person },
    version: said.version,
  }) as unknown as RecordedEvent;

function examineRoles(exam: Examination, entries: StoredEntry[], roles: Set<string>): void {
  const lead = entries[0]?.organisation_id;
  for (const { id, type, role, actor_id: person, organisation_id: organisation, said } of entries) {
    if (type !== 'SignOffGiven' && type !== 'DecisionRecorded') continue;
    const may = type === 'DecisionRecorded' ? ['approver'] : (permitted[String(said.payload['signOff'])] ?? []);
    exam.saw('sign-offs and decisions');
    const isPermitted = may.includes(role) && roles.has(`${person} ${role}`) && organisation === lead;
    exam.expect(isPermitted, () => `${type} ${id} by ${person} as ${role}`);
  }
}

function examineEnd(exam: Examination, stream: string, entries: StoredEntry[]): void {
  const end = entries.findIndex(
    ({ type, said }) =>
      type === 'ProposalWithdrawn' || (type === 'DecisionRecorded' && final.includes(String(said.payload['outcome']))),
  );
  if (end < 0) return;
  exam.saw('ended');
  const [last, ...late] = entries.slice(end);
  const ofSameAct = (entry: StoredEntry): boolean => entry.command_id === last!.command_id;
  for (const entry of late.filter(entry => !ofSameAct(entry)))
    exam.expect(afterwards.has(entry.type), () => `${stream}: ${entry.type} (${entry.id}) after ${last!.type}`);
}

export function examineDuties({ acts, entries }: Records): Finding {
  const exam = new Examination('I7', 'duties are separate in sign_off_act, which says what the ledger says');
  const byPerson = groupBy(acts, ({ proposal_id: proposal, person_id: person }) => `${proposal} ${person}`);
  for (const [who, own] of byPerson) {
    exam.saw('people on proposals');
    const given = own.filter(({ part }) => part === 'signer').map(({ sign_off: key }) => key);
    const isApart =
      !given.includes('proportionality') || !given.some(key => key === 'purpose' || key === 'transparency');
    exam.expect(new Set(own.map(({ part }) => part)).size === 1, () => `${who}: ${own.map(({ part }) => part).join()}`);
    exam.expect(given.length <= 2 && isApart, () => `${who} signed ${given.join()}`);
  }
  const said = new Set(entries.flatMap(actsOf).map(lineOf));
  const kept = new Set(acts.map(lineOf));
  exam.saw('acts', acts.length);
  exam.expect(kept.size === acts.length, () => 'an act stands twice');
  for (const line of said) exam.expect(kept.has(line), () => `in the ledger alone: ${line}`);
  for (const line of kept) exam.expect(said.has(line), () => `in sign_off_act alone: ${line}`);
  return exam.finding;
}

const lineOf = ({ proposal_id: proposal, person_id: person, part, sign_off: key }: Act): string =>
  `${proposal} ${person} ${part} ${key}`.trim();

function actsOf({ said }: StoredEntry): Act[] {
  const act = (part: string, key = '', person = said.by.person): Act[] => [
    { proposal_id: said.proposal!, person_id: person, part, sign_off: key },
  ];
  switch (said.type) {
    case 'ProposalDrafted':
    case 'UrgentDisclosureRecorded':
      return act('author');
    case 'ProposalHandedOver':
      return act('author', '', (said.payload['to'] as { personId: string }).personId);
    case 'SignOffGiven':
      return act('signer', String(said.payload['signOff']));
    case 'DecisionRecorded':
      return act('decider');
    default:
      return [];
  }
}
