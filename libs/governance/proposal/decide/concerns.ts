// raiseConcern, answerConcern, settleConcern: a concern is closed by its raiser, never by time or by others.
// `docs/rules.md` 5, GR-4.
import { blocked } from '../../problems.js';
import { roleFor } from '../../policy.js';
import type { ConcernStatus } from '../../vocabulary/index.js';
import type { Concern } from '../proposal.js';
import type { CommandRule, Situation } from '../situation.js';

type Seen = Omit<Situation, 'by'>;

/** The concern, if there is one of that id and this person may see it. */
const findConcern = ({ proposal, actor }: Seen, id: string): Concern | undefined => {
  const concern = proposal.concerns.find(each => each.id === id);
  return concern && roleFor(actor, 'readConcern', proposal, { concern }) ? concern : undefined;
};

const onConcern = {
  isMissing: ({ concernId }: { concernId: string }, situation: Seen) => !findConcern(situation, concernId),
  circumstance: ({ concernId }: { concernId: string }, situation: Seen) => ({
    concern: findConcern(situation, concernId),
  }),
};

/** Where a concern may go from where it stands; what is not named is refused. */
const answerableFrom: ConcernStatus[] = ['OPEN', 'ANSWERED', 'DISPUTED'];
const settledFrom: Partial<Record<ConcernStatus, ConcernStatus[]>> = {
  SETTLED: ['ANSWERED'],
  DISPUTED: ['ANSWERED'],
  WITHDRAWN: ['OPEN', 'ANSWERED', 'DISPUTED'],
};

const wrongStatus = (concernId: string) =>
  blocked('wrong-state', { code: 'wrong-state', subject: `concern:${concernId}` });

export const raiseConcern: CommandRule<'RaiseConcern'> = {
  events: () => ['RaiseConcern'],
  decide: ({ statement, severity, about, audience }, { newId }) => [
    { type: 'ConcernRaised', concernId: newId(), audience, severity, about, statement },
  ],
};

export const answerConcern: CommandRule<'AnswerConcern'> = {
  ...onConcern,
  events: () => ['AnswerConcern'],
  decide: ({ concernId, disposition, response }, situation) => {
    const concern = findConcern(situation, concernId);
    if (!concern || !answerableFrom.includes(concern.status)) return wrongStatus(concernId);
    return [{ type: 'ConcernAnswered', concernId, audience: concern.audience, disposition, response }];
  },
};

export const settleConcern: CommandRule<'SettleConcern'> = {
  ...onConcern,
  malformed: ({ outcome }) =>
    outcome in settledFrom
      ? []
      : [{ path: 'outcome', code: 'not-an-option', expected: Object.keys(settledFrom).join(', ') }],
  events: () => ['SettleConcern'],
  decide: ({ concernId, outcome: status, note }, situation) => {
    const concern = findConcern(situation, concernId);
    if (!concern || !settledFrom[status]?.includes(concern.status)) return wrongStatus(concernId);
    return [{ type: 'ConcernSettled', concernId, audience: concern.audience, status, ...(note ? { note } : {}) }];
  },
};
