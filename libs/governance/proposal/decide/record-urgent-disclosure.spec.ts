// The urgent lane: a record afterwards, complete or refused with each missing field.
import { describe, expect, it } from '@jest/globals';
import {
  comment,
  declareConflict,
  event,
  given,
  givenNothing,
  giveSignOff,
  recordDecision,
  recordUrgentDisclosure,
  reviseProposal,
  submitProposal,
  urgentRecord,
} from '../../../../test/builders/index.js';

const fields = ['U-1', 'U-2', 'U-3', 'U-4', 'U-5', 'U-6', 'U-7'];

describe('recordUrgentDisclosure (rules: facts and tier; GR-10)', () => {
  it('makes a proposal in state URGENT_RECORDED', () => {
    const { proposal } = givenNothing()
      .when(recordUrgentDisclosure())
      .then(event('UrgentDisclosureRecorded', { tier: 'U', title: { text: 'Case 4417' } }));
    expect(proposal).toMatchObject({
      state: 'URGENT_RECORDED',
      tier: 'U',
      version: 1,
      revision: 1,
      workflow: { key: 'urgent' },
      urgentRecord: { record: urgentRecord() },
    });
  });

  it('takes U-8, which nobody has to fill in', () => {
    givenNothing()
      .when(recordUrgentDisclosure(urgentRecord({ 'U-8': 'The home visitor tells her.' })))
      .accepted();
    givenNothing()
      .when(recordUrgentDisclosure(urgentRecord({ 'U-8': '' })))
      .accepted();
  });

  it.each(fields)('is INVALID without %s, or with it blank or no text', id => {
    givenNothing()
      .when(recordUrgentDisclosure(urgentRecord({ [id]: undefined })))
      .refuses('INVALID', { path: [id], faults: ['required'] });
    givenNothing()
      .when(recordUrgentDisclosure(urgentRecord({ [id]: ' ' })))
      .refuses('INVALID', { path: [id], faults: ['blank'] });
    givenNothing()
      .when(recordUrgentDisclosure(urgentRecord({ [id]: ['text'] })))
      .refuses('INVALID', { path: [id], faults: ['wrong-type'] });
  });

  it('names all that is missing at once', () => {
    givenNothing().when(recordUrgentDisclosure({})).refuses('INVALID', { code: 'malformed', path: fields });
  });

  it.each(['U-9', 'constructor', '__proto__', 'toString'])('is INVALID for the unknown field %s', key => {
    const record = { ...urgentRecord(), ...(JSON.parse(`{"${key}":"x"}`) as object) };
    givenNothing()
      .when(recordUrgentDisclosure(record))
      .refuses('INVALID', { path: [key], faults: ['unknown-key'] });
  });

  it.each(['data_steward', 'approver', 'auditor', 'administrator', 'partner_a'] as const)(
    'denies %s, who is no analyst',
    by => {
      givenNothing().when(recordUrgentDisclosure(undefined, { by })).refuses('DENIED', { code: 'not-permitted' });
    },
  );

  it('is denied before it is INVALID by its content', () => {
    givenNothing()
      .when(recordUrgentDisclosure({}, { by: 'approver' }))
      .refuses('DENIED');
  });

  it('can be commented on and nothing else is done to it', () => {
    given(recordUrgentDisclosure()).when(comment()).accepted();
    given(recordUrgentDisclosure()).when(declareConflict('approver')).accepted();
    for (const act of [submitProposal(), reviseProposal({}), giveSignOff('purpose'), recordDecision()])
      given(recordUrgentDisclosure()).when(act).refuses('BLOCKED', { code: 'wrong-state' });
  });
});
