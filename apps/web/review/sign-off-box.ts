// What the box of sign-offs says of each: who has given it and on what, who may, and what I can do about it. No texts: see the words.
import type { Of } from '../gql/graphql.js';

export interface BoxedSignOff {
  key: string;
  status: Of<'SignOffStatus'>;
  finding: Of<'Finding'> | null;
  onRevision: number | null;
  by: { id: string } | null;
  whoMay: readonly { id: string }[];
  whyNot: readonly { code: string }[];
}

export interface SignOffActs {
  /** What giving it would be to me: the first time, anew on what changed, or in place of my own; undefined: not mine to give now. */
  give: 'give' | 'again' | 'replace' | undefined;
  withdraw: boolean;
  /** Nobody could give it, as things stand. */
  isStuck: boolean;
}

/** `me` is the id of the person; withdrawing is possible for the giver alone, as long as the proposal is not decided. */
export function signOffActs(signOff: BoxedSignOff, me: string, mayWithdraw: boolean): SignOffActs {
  const { status, whyNot, whoMay, by } = signOff;
  const isMine = by?.id === me;
  const mayGive = whyNot.length === 0;
  return {
    give: mayGive ? giving(status, isMine) : undefined,
    withdraw: isMine && mayWithdraw && (status === 'GIVEN' || status === 'STALE'),
    isStuck: status !== 'GIVEN' && whoMay.length === 0 && !mayGive,
  };
}

function giving(status: BoxedSignOff['status'], isMine: boolean): SignOffActs['give'] {
  if (status === 'GIVEN') return 'replace';
  return status === 'STALE' && isMine ? 'again' : 'give';
}

/** How many of those that are needed are given and current. */
export const currentOf = (signOffs: readonly Pick<BoxedSignOff, 'status'>[]): number =>
  signOffs.filter(({ status }) => status === 'GIVEN').length;

/** Those that concern me: I may give them, or have. The first of them is what a review begins with. */
export const mineOf = <S extends BoxedSignOff>(signOffs: readonly S[], me: string): S[] =>
  signOffs.filter(({ whyNot, by }) => whyNot.length === 0 || by?.id === me);

/** Has the viewer declared one? Then it keeps them from each. */
export const hasConflict = (signOffs: readonly Pick<BoxedSignOff, 'whyNot'>[]): boolean =>
  signOffs.some(({ whyNot }) => whyNot.some(({ code }) => code === 'conflict-of-interest'));
