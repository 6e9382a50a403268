// A checklist in an exported history: verified as it was given, with its notes and without one that was erased; a note that was changed,
// and a tick that was, are found.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gatherEvidence, type Evidence } from './evidence.js';
import { edit, putTogether, takeApart, type Draft } from './forger.js';
import { judged } from './judged.js';

let evidence: Evidence;
beforeAll(async () => {
  evidence = await gatherEvidence();
});
afterAll(() => evidence.close());

const placeOf = ({ entries }: Draft): number => entries.findIndex(({ said }) => said.payload.checklist !== undefined);
const verdictOn = async (files: Evidence['files']) => (await judged(files, { log: evidence.first })).verdict;
const forged = async (change: (draft: Draft) => void): Promise<string> => {
  const draft = takeApart(evidence.files);
  change(draft);
  return verdictOn(putTogether(draft));
};

describe('A checklist in an exported history', () => {
  it('is verified: what was ticked is open, and each note stands apart under a commitment', async () => {
    expect(await verdictOn(evidence.files)).toBe('clean');
    const draft = takeApart(evidence.files);
    const { said, words } = draft.entries[placeOf(draft)]!;
    const { catalogue, answers } = said.payload.checklist;
    expect(catalogue).toMatchObject({ key: 'dpup', version: 1 });
    expect(answers.map(({ questionId, answer, note }: Record<string, string>) => [questionId, answer, note])).toEqual([
      ['PM-1', 'YES', undefined],
      ['PM-3', 'NO', undefined],
      ['PM-4', 'NOT_APPLICABLE', undefined],
    ]);
    expect(words.map(({ path }) => path)).toEqual(['', '/checklist/answers/1', '/checklist/answers/2']);
  });

  it('cannot have a note changed', async () => {
    const verdict = await forged(draft => {
      const [, note] = draft.entries[placeOf(draft)]!.words;
      note!.words = note!.words.replace('still', 'not');
    });
    expect(verdict).toBe('words-altered');
  });

  it('cannot have a tick changed', async () => {
    const verdict = await forged(draft =>
      edit(draft, placeOf(draft), ({ payload }) => (payload.checklist.answers[1].answer = 'YES')),
    );
    expect(verdict).toBe('entry-altered');
  });

  it('is verified after a note was erased', async () => {
    const officer = evidence.api.as('privacy_officer');
    const draft = takeApart(evidence.files);
    const { id } = draft.entries[placeOf(draft)]!.said;
    const why = { authority: 'IPP 7.', reason: 'A request.' };
    await officer.do('eraseWords', { entryId: id, paths: ['/checklist/answers/1'], ...why });
    expect(await verdictOn(await evidence.exportNow())).toBe('clean');
  });
});
