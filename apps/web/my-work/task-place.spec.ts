import { describe, expect, it } from '@jest/globals';
import { placeOfTask, type Doable } from './task-place.js';

const proposal = { reference: 'DSP-0042' };
const task = (kind: Doable['kind'], subject: string | null = null, group: Doable['group'] = 'LATER'): Doable => ({
  ...{ kind, subject, group, proposal },
});

describe('The place of a task', () => {
  it.each([
    [task('SUBMIT'), '/proposals/$reference/submit', undefined],
    [task('GIVE_AGAIN', 'signOff:privacy_risk'), '/proposals/$reference/review', 'sign-off-privacy_risk'],
    [task('MEET_CONDITION', 'condition:7'), '/proposals/$reference', 'condition-7'],
    [task('GIVE_SIGN_OFF', 'signOff:purpose', 'WAITING_ON_OTHERS'), '/proposals/$reference', undefined],
  ])('of %j', (given, to, hash) => {
    expect(placeOfTask(given, false)).toMatchObject({ to, params: { reference: 'DSP-0042' } });
    expect(placeOfTask(given, false).hash).toBe(hash);
  });

  it('names the concern, and the sign-off that is to be given', () => {
    expect(placeOfTask(task('ANSWER_CONCERN', 'concern:c-1'), false).params).toEqual({ ...proposal, id: 'c-1' });
    expect(placeOfTask(task('GIVE_SIGN_OFF', 'signOff:purpose'), false).search).toEqual({ sign: 'purpose' });
  });

  it('is one page for partners, whatever it is', () => {
    for (const given of [task('HAVE_YOUR_SAY'), task('SETTLE_CONCERN', 'concern:c-1')])
      expect(placeOfTask(given, true)).toMatchObject({ to: '/say/$reference', params: proposal });
    expect(placeOfTask(task('SETTLE_CONCERN', 'concern:c-1'), true).hash).toBe('concern-c-1');
  });
});
