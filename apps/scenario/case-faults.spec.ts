// What a case file may not say, and how the player says so.
import { expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCase } from './case-faults.js';
import { faultLine } from './fault.js';

const draft = { as: 'analyst', do: 'draftProposal', with: { title: 'T' } };
const caseOf = (...steps: unknown[]) => ({ format: 'assent-case/1', id: 'c', title: 'C', steps });

function faults(value: unknown): string[] {
  const result = readCase(typeof value === 'string' ? value : JSON.stringify(value));
  return 'faults' in result ? result.faults.map(fault => faultLine(fault).trim()) : [];
}

const folders = ['test/cases', 'apps/launcher/demonstration'].map(folder => join(process.cwd(), folder));
const files = folders
  .flatMap(folder => readdirSync(folder).map(name => join(folder, name)))
  .filter(file => file.endsWith('.json'));

test.each(files)('%s has no fault', file => {
  expect(faults(readFileSync(file, 'utf8'))).toEqual([]);
});

test('text that is not JSON', () => {
  expect(faults('{')[0]).toMatch(/^\$: This file is not JSON: .* Mend the text\.$/);
});

test('every fault is listed with its place and its remedy', () => {
  const value = {
    ...caseOf(
      { as: 'nobody', do: 'draftProposal' },
      { as: 'analyst', do: 'approveNow' },
      { as: 'analyst' },
      { as: 'analyst', do: 'comment', check: {} },
      { as: 'analyst', do: 'submitProposal', expect: { refused: 'NO', why: 'x' } },
      { as: 'analyst', check: { stat: 'DRAFTING' } },
      { as: 'analyst', check: {} },
      7,
    ),
    format: 'assent-case/2',
    title: ' ',
    extra: true,
  };
  const found = faults(value);
  expect(found).toHaveLength(12);
  expect(found).toEqual(
    expect.arrayContaining([
      'format: "assent-case/2" does not belong here. Use assent-case/1.',
      'title: This text is blank. Write it, or leave the field out where it may be left out.',
      expect.stringMatching(/^\$: "extra" is not known here\. Remove it; use one of: format, id, title, /),
      expect.stringMatching(/^steps\[0\]\.as \(step 1\): "nobody" does not belong here\. Use one of: analyst, /),
      expect.stringMatching(
        /^steps\[1\]\.do \(step 2\): "approveNow" does not belong here\. Use one of: draftProposal, /,
      ),
      'steps[2] (step 3): A step is a command or a look. Give it exactly one of "do" and "check".',
      expect.stringMatching(
        /^steps\[4\]\.expect\.refused \(step 5\): "NO" does not belong here\. Use one of: INVALID, /,
      ),
      'steps[4].expect (step 5): "why" is not known here. Remove it.',
      expect.stringMatching(
        /^steps\[5\]\.check \(step 6\): "stat" is not known here\. Remove it; use one of: canRead, /,
      ),
      expect.stringMatching(/^steps\[6\]\.check \(step 7\): A look must compare something\. Use one of: canRead, /),
      'steps[7] (step 8): A step must be an object. Give it "as" and "do".',
    ]),
  );
});

test('an empty list of steps, and a file that is no object', () => {
  expect(faults(caseOf())).toEqual(['steps: This list is empty. Add at least one step.']);
  expect(faults([])).toEqual(['$: This is a list. Give an object.']);
  expect(faults({ ...caseOf(draft), id: undefined })).toEqual(['id: This is missing. Give a text.']);
});

test.each([
  [
    { as: 'analyst', do: 'submitProposal', on: 'x' },
    /^steps\[1\]\.on \(step 2\): No earlier draft step has the id "x"/,
  ],
  [{ as: 'engagement_lead', do: 'answerConcern', with: { concernId: '@C-9' } }, /^steps\[1\]\.with\.concernId .*"C-9"/],
  [{ as: 'approver', do: 'recordDecision', with: { overruled: ['@C-9'] } }, /^steps\[1\]\.with\.overruled\[0\] /],
  [
    { as: 'analyst', do: 'invitePartners', with: { organisationIds: ['@them'] } },
    /^steps\[1\]\.with\.organisationIds\[0\] /,
  ],
  [
    { as: 'analyst', do: 'submitProposal', expect: { refused: 'BLOCKED', subjects: ['concern:@C-9'] } },
    /subjects\[0\] /,
  ],
  [{ as: 'analyst', check: { concerns: { '@C-9': {} } } }, /^steps\[1\]\.check\.concerns /],
  [
    { as: 'analyst', do: 'reviseProposal', with: { dossier: { alternatives: [{ id: '@A-9' }] } } },
    /alternatives\[0\]\.id /,
  ],
  [{ as: 'approver', do: 'recordDecision', with: { conditions: [{ at: 'soon' }] } }, /conditions\[0\]\.at .*"\+10d"/],
])('a name that stands for nothing: %j', (step, expected) => {
  const found = faults(caseOf(draft, step));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(expected);
});

test('a step before anything is drafted', () => {
  expect(faults(caseOf({ as: 'analyst', check: { state: 'DRAFTING' } }))[0]).toMatch(
    /Nothing is drafted before this step/,
  );
  expect(faults(caseOf({ as: 'analyst', do: 'submitProposal', with: { proposalId: 'p' } }))).toEqual([]);
});
