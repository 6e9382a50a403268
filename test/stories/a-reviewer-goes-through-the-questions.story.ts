// A reviewer says question by question what they found. It is kept with their sign-off: as it was in the past, through staleness, for
// those who read rationales, and without its words once these are erased.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  awaitDecision,
  openApi,
  pastQuery,
  sign,
  signOffWords,
  submit,
  type OpenApi,
  type Row,
} from '../harness/index.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const note = 'It is not said who decides with the counts.';
const checklist = [
  { questionId: 'PM-12', answer: 'YES' },
  { questionId: 'PM-3', answer: 'NO', note },
  { questionId: 'PM-1', answer: 'YES', note: 'Plainly said.' },
];
const give = (proposalId: string, more: object) => ({ proposalId, ...signOffWords('purpose'), ...more });
const steward = () => api.as('data_steward');
const checklistSeen = async (id: string, who: 'auditor' | 'approver' | 'analyst' = 'approver') => {
  const { signOffs } = (await api.as(who).read(id)) as Row;
  return (signOffs as Row[]).find(({ key }) => key === 'purpose')!['checklist'] as Row | null;
};

describe('What a reviewer found, question by question', () => {
  let id: string;
  beforeAll(async () => {
    id = await submit(api, 'T2');
    await steward().do('giveSignOff', give(id, { checklist }));
  });

  it('stands beside the rationale, in the order of the questions, and says how many there were', async () => {
    const seen = await checklistSeen(id);
    expect(seen).toMatchObject({ version: 1, answered: 3 });
    expect(seen!['total']).toBeGreaterThan(3);
    expect(seen!['answers']).toEqual([
      { questionId: 'PM-1', answer: 'YES', note: 'Plainly said.' },
      { questionId: 'PM-3', answer: 'NO', note },
      { questionId: 'PM-12', answer: 'YES', note: null },
    ]);
    expect(await checklistSeen(id, 'analyst')).toEqual(seen);
  });

  it('is not a partner’s to read', async () => {
    expect(JSON.stringify(await api.as('partner_a').read(id))).not.toContain(note);
    expect(JSON.stringify(await api.as('partner_a').historyOf(id))).not.toContain(note);
  });

  it('stays with a sign-off that becomes stale, and the past knows it too', async () => {
    const before = await checklistSeen(id);
    await api
      .as('analyst')
      .do('reviseProposal', { proposalId: id, dossier: { purposes: [{ id: 'P-1', statement: 'Less.' }] } });
    expect(await checklistSeen(id)).toEqual(before);
    await steward().do('giveSignOff', give(id, { finding: 'NOT_MET' }));
    expect(await checklistSeen(id)).toBeNull();
    const entries = await api.as('auditor').historyOf(id);
    const { sequence } = entries.find(({ type }) => type === 'SignOffGiven')!;
    const then = (await api.as('auditor').query(pastQuery, { id, sequence }))['proposalAsOf'] as Row;
    expect((then['signOffs'] as Row[]).find(({ key }) => key === 'purpose')!['checklist']).toEqual(before);
  });
});

describe('A checklist that is refused', () => {
  it('changes nothing, and says at which question', async () => {
    const id = await submit(api, 'T2');
    const before = await api.digest();
    const refused = async (answers: object[]) => {
      const { kind, path, blockers } = await steward().refused('giveSignOff', give(id, { checklist: answers }));
      return [kind, path, (blockers as Row[]).map(({ code, subject }) => [code, subject])];
    };
    expect(await refused([...checklist, checklist[0]!])).toEqual(['INVALID', ['checklist.PM-12'], []]);
    expect(await refused([{ questionId: 'PM-1', answer: 'NO' }])).toEqual(['INVALID', ['checklist.PM-1.note'], []]);
    expect(await refused([{ questionId: 'RK-2', answer: 'YES' }])).toEqual(['INVALID', ['checklist.RK-2'], []]);
    expect(await refused([{ questionId: 'PM-1', answer: 'NO', note }])).toEqual([
      'BLOCKED',
      null,
      [['checklist-no', 'PM-1']],
    ]);
    expect(await api.digest()).toEqual(before);
  });

  it('is not asked of anybody: a sign-off without one is as good', async () => {
    const id = await awaitDecision(api);
    expect(await checklistSeen(id)).toBeNull();
    await sign(api, id, 'purpose');
  });
});

describe('Words of a checklist', () => {
  it('can be erased one by one: what was ticked stays', async () => {
    const id = await submit(api, 'T2');
    await steward().do('giveSignOff', give(id, { checklist }));
    const entry = (await api.as('privacy_officer').historyOf(id)).find(({ type }) => type === 'SignOffGiven')!;
    expect((entry['words'] as Row[]).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/checklist/answers/0', '/checklist/answers/1']),
    );
    const input = { entryId: entry['id'], paths: ['/checklist/answers/1'], authority: 'IPP 7.', reason: 'A request.' };
    await api.as('privacy_officer').do('eraseWords', input);
    expect((await checklistSeen(id))!['answers']).toEqual([
      { questionId: 'PM-1', answer: 'YES', note: 'Plainly said.' },
      { questionId: 'PM-3', answer: 'NO', note: 'These words were erased.' },
      { questionId: 'PM-12', answer: 'YES', note: null },
    ]);
    expect(JSON.stringify(await api.as('auditor').historyOf(id))).not.toContain(note);
  });
});
