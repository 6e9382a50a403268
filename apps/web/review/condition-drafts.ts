// Conditions while they are written: what is still missing of each, and what is sent.
import { conditionWords } from './words.js';

export interface ConditionDraft {
  statement: string;
  owner: string;
  /** A day, such as 2026-12-01; empty for none. */
  dueOn: string;
  precedent: boolean;
  about: string[];
}

export const emptyCondition = (about: string[] = []): ConditionDraft => ({
  ...{ statement: '', owner: '', dueOn: '', precedent: true, about },
});

export type ConditionFaults = Partial<Record<'statement' | 'owner' | 'dueOn', string>>;

/** A condition that is to let a question through wants an owner and a day; one with neither is a wish. */
export function faultsOf({ statement, owner, dueOn }: ConditionDraft): ConditionFaults {
  return {
    ...(statement.trim() === '' && { statement: conditionWords.statementMissing }),
    ...(owner.trim() === '' && { owner: conditionWords.ownerMissing }),
    ...(dueOn === '' && { dueOn: conditionWords.dueMissing }),
  };
}

export const isComplete = (draft: ConditionDraft): boolean => Object.keys(faultsOf(draft)).length === 0;

/** Late on that day in New Zealand, in either half of the year. */
export const conditionInput = ({ dueOn, statement, owner, precedent, about }: ConditionDraft) => ({
  ...{ statement: statement.trim(), owner: owner.trim(), precedent, about },
  ...(dueOn !== '' && { dueAt: `${dueOn}T10:59:00Z` }),
});
