// What the page “where is it” says about steering a review.
import { defineWords } from '../words/define-words.js';

export const steeringWords = defineWords({
  title: 'Change how it is reviewed',
  reason: 'Why',
  reasonMissing: 'Write why first.',
  done: 'Recorded.',
  invite: 'Invite partners …',
  inviteWhat:
    'Everybody of these organisations who has the role of a partner can read what is shared with partners, from the submission on, and have their say. An invitation cannot be taken back.',
  inviteWhom: 'Organisations to invite',
  inviteNobody: 'Choose an organisation first.',
  allInvited: 'Every other organisation in the directory is invited already. An administrator can add one.',
  inviteAct: 'Invite them',
  raise: 'Ask for a more thorough review …',
  raiseWhat:
    'More sign-offs and stricter questions are asked for from now on. Sign-offs that the change touches have to be given again. It cannot be lowered again; your reason is on the record, with your name.',
  raiseTo: 'Which review',
  raiseNone: 'Choose a review first.',
  raiseAct: 'Raise it for good',
  mark: 'Say which question matters here …',
  markWhat:
    'A question that does not matter here need not be answered; one that does must be. Your reason is on the record, with your name. It can be said otherwise later.',
  markQuestion: 'Question',
  markNone: 'Choose a question first.',
  markHow: 'Does it matter for this proposal?',
  matters: 'It matters: it has to be answered',
  mattersNot: 'It does not matter here',
  markHowNone: 'Say whether it matters.',
  markAct: 'Record it',
});
