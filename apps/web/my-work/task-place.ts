// Where a task is done: the one link of its row leads exactly there.
import type { Of } from '../gql/graphql.js';

export interface Doable {
  kind: Of<'TaskKind'>;
  group: Of<'TaskGroup'>;
  /** `signOff:<key>`, `concern:<id>` or `condition:<id>`. */
  subject: string | null;
  proposal: { reference: string };
}

export interface TaskPlace {
  to:
    | '/proposals/$reference'
    | '/proposals/$reference/dossier/{-$section}'
    | '/proposals/$reference/submit'
    | '/proposals/$reference/review'
    | '/proposals/$reference/concerns/{-$id}'
    | '/proposals/$reference/decide'
    | '/say/$reference';
  params: { reference: string; id?: string };
  hash?: string;
  search?: { sign: string };
}

/** Partners have one page for all that is theirs to do. What waits on others leads to where the proposal is. */
export function placeOfTask(task: Doable, isPartner: boolean): TaskPlace {
  const { reference } = task.proposal;
  const key = keyOf(task);
  if (isPartner) return { to: '/say/$reference', params: { reference }, hash: key && `concern-${key}` };
  if (task.group === 'WAITING_ON_OTHERS') return { to: '/proposals/$reference', params: { reference } };
  return placesByKind[task.kind](reference, key);
}

/** The key or id that the subject names; undefined where it is about the whole proposal. */
export const keyOf = ({ subject }: Pick<Doable, 'subject'>): string | undefined =>
  subject?.slice(subject.indexOf(':') + 1);

type PlaceOf = (reference: string, key: string | undefined) => TaskPlace;

const signOff: PlaceOf = (reference, key = '') => ({
  ...{ to: '/proposals/$reference/review', params: { reference } },
  ...{ search: { sign: key }, hash: `sign-off-${key}` },
});
const concern: PlaceOf = (reference, id) => ({
  ...{ to: '/proposals/$reference/concerns/{-$id}', params: { reference, id } },
});
const condition: PlaceOf = (reference, id) => ({
  ...{ to: '/proposals/$reference', params: { reference }, hash: `condition-${id}` },
});
const plainly =
  (to: TaskPlace['to']): PlaceOf =>
  reference => ({ to, params: { reference } });

const placesByKind: Record<Doable['kind'], PlaceOf> = {
  REVISE: plainly('/proposals/$reference/dossier/{-$section}'),
  SUBMIT: plainly('/proposals/$reference/submit'),
  GIVE_SIGN_OFF: signOff,
  GIVE_AGAIN: signOff,
  ANSWER_CONCERN: concern,
  SETTLE_CONCERN: concern,
  DECIDE: plainly('/proposals/$reference/decide'),
  MEET_CONDITION: condition,
  CONFIRM_CONDITION: condition,
  HAVE_YOUR_SAY: plainly('/say/$reference'),
};
