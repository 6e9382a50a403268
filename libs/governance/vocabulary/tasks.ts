// The kinds of work that a proposal can wait for.

export const taskKinds = [
  ...(['REVISE', 'SUBMIT', 'GIVE_SIGN_OFF', 'GIVE_AGAIN', 'ANSWER_CONCERN', 'SETTLE_CONCERN', 'DECIDE'] as const),
  ...(['MEET_CONDITION', 'CONFIRM_CONDITION', 'HAVE_YOUR_SAY'] as const),
] as const;
export type TaskKind = (typeof taskKinds)[number];
