import { describe, expect, it } from '@jest/globals';
import { leadOf, submissionOf } from './submission.js';
import { dossierWords } from './words.js';

const submit = (allowed: boolean, ...codes: string[]) => [
  { command: 'submitProposal', allowed, blockers: codes.map(code => ({ code })) },
];

describe('Handing in', () => {
  it.each([
    ['yes', submit(true)],
    ['missing', submit(false, 'unanswered', 'no-purpose')],
    ['no', submit(false, 'wrong-state')],
    ['no', []],
  ] as const)('%s', (can, commands) => expect(submissionOf(commands)).toBe(can));
});

describe('What is said over a dossier', () => {
  it('is what saving does, once others review it', () => {
    expect(leadOf({ state: 'AWAITING_DECISION', isWriting: true })).toBe(dossierWords.inReview);
    expect(leadOf({ state: 'RETURNED', isWriting: true })).toBeUndefined();
  });

  it('is why it cannot be written', () => {
    expect(leadOf({ state: 'IN_REVIEW', isWriting: false })).toBe(dossierWords.readOnly);
    expect(leadOf({ state: 'APPROVED_WITH_CONDITIONS', isWriting: false })).toBe(dossierWords.settled);
  });
});
