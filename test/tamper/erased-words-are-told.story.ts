// What was erased, exported and examined by somebody else: told entry by entry, right around the moment of the erasure, after a restore,
// and with the receipts that people kept from before.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { erasureList, replayAsOwner } from '#store';
import { inWords, verdictOn } from '../../apps/verify/verdict.js';
import { draft, type Row } from '../harness/index.js';
import { exportFiles, gatherEvidence, type Evidence, type Files } from './evidence.js';
import { takeApart } from './forger.js';
import { judged } from './judged.js';
import { receiptOf } from './receipts.js';

let evidence: Evidence;
beforeAll(async () => {
  evidence = await gatherEvidence();
});
afterAll(() => evidence.close());

const why = { authority: 'IPP 7.', reason: 'A request.' };
const told = async (files: Files): Promise<string> => {
  const verdict = verdictOn(await judged(files, { log: evidence.first }), { anchors: 0, witnesses: false });
  return inWords(verdict);
};
const eraseTitleOf = async (proposalId: string): Promise<void> => {
  const officer = evidence.api.as('privacy_officer');
  const [drafted] = await officer.historyOf(proposalId);
  await officer.do('eraseWords', { entryId: drafted!['id'], paths: ['/title'], ...why });
};

describe('Words that were erased', () => {
  it('are told one by one, each with the entry that erased it', async () => {
    const { replayed } = await judged(evidence.files, { log: evidence.first });
    const text = await told(evidence.files);
    expect(text).toMatch(/^VERIFIED\. /);
    expect(replayed!.erased.length).toBeGreaterThan(3);
    for (const { index, path, by } of replayed!.erased)
      expect(text).toContain(`  words of entry ${index} at ${path || 'the top'}: erased by entry ${by}\n`);
  });

  it('leave every receipt what it was, also of the entry that held them', async () => {
    const { files, earlier, first } = evidence;
    const { entries } = takeApart(files);
    const before = takeApart(earlier.files).entries;
    const robbed = before.filter(({ index, words }) => words.length > entries[index]!.words.length);
    expect(robbed.length).toBeGreaterThan(0);
    const receipts = robbed.map(({ index }) => ({ name: `${index}`, text: receiptOf(earlier.files, index) }));
    expect(await judged(files, { log: first, receipts })).toMatchObject({ verdict: 'clean' });
  });

  it('are nothing to miss in a bundle without words', async () => {
    const files = await exportFiles(evidence.api, false);
    expect(await judged(files, { log: evidence.first })).toMatchObject({
      ...{ verdict: 'clean', replayed: { withWords: false, erased: [] } },
    });
  });
});

describe('An export right after an erasure', () => {
  it('waits for its entry to be sealed, and says so; without words there is nothing to wait for', async () => {
    const { api, first } = evidence;
    await evidence.exportNow();
    const id = await draft(api, 'T1', 'Named by mistake');
    await evidence.exportNow();
    await eraseTitleOf(id);
    await expect(exportFiles(api)).rejects.toThrow(
      /^Words were erased, and no checkpoint covers the entry that says so yet\. Try again in a minute/,
    );
    expect(await judged(await exportFiles(api, false), { log: first })).toMatchObject({ verdict: 'clean' });
    expect(await judged(await evidence.exportNow(), { log: first })).toMatchObject({ verdict: 'clean' });
  });

  it('takes no words for lost of a proposal that has gone on since the checkpoint', async () => {
    const { api, first } = evidence;
    const id = await draft(api, 'T1', 'Goes on');
    await eraseTitleOf(id);
    await evidence.exportNow();
    await api.as('analyst').do('reviseProposal', { proposalId: id, dossier: { summary: 'Said since.' } });
    expect(await judged(await exportFiles(api), { log: first })).toMatchObject({ verdict: 'clean' });
  });

  it('hands out nothing that came back', async () => {
    const { api } = evidence;
    const { sql } = api.store.database;
    const id = await draft(api, 'T1', 'Comes back');
    const [row] = await sql(`select * from entry_words where stream = $1 and path = '/title'`, [`proposal:${id}`]);
    await eraseTitleOf(id);
    await evidence.exportNow();
    const { stream, sequence, path, salt, words } = row!;
    await sql('insert into entry_words values ($1, $2, $3, $4, $5)', [stream, sequence, path, salt, words]);
    await expect(exportFiles(api)).rejects.toThrow(
      /^Words that were erased are back in this database, .*npm run migrate/,
    );
    await replayAsOwner(api.store.database.url, erasureList(api.home));
    expect(await judged(await exportFiles(api), { log: evidence.first })).toMatchObject({ verdict: 'clean' });
  });
});

describe('After a restore to before an erasure', () => {
  it('the ledger says itself that the words were erased again, and the verdict says on whose word', async () => {
    const { api } = evidence;
    const { url } = api.store.database;
    const id = await draft(api, 'T2', 'From before');
    const [drafted] = await api.as('privacy_officer').historyOf(id);
    const [lost, other] = [uuidv7(), uuidv7()];
    const line = (by: string, paths: string[]): string => {
      const place = { stream: `proposal:${id}`, sequence: 1, entry: drafted!['id'], paths };
      return `${JSON.stringify({ at: new Date().toISOString(), by, erased: [place] })}\n`;
    };
    const lines = line(lost, ['/title', '/dossier/purposes/0']) + line(other, ['/title']);
    appendFileSync(join(api.home, 'erasures.jsonl'), lines);
    expect(await replayAsOwner(url, erasureList(api.home))).toMatchObject({ erased: 2, unsaid: 2 });
    expect(await replayAsOwner(url, erasureList(api.home))).toMatchObject({ erased: 0, unsaid: 0 });
    const { edges } = await api.as('auditor').history({ stream: 'erasures' });
    expect(edges.map(({ node }: Row) => [node['type'], node['role']])).toEqual([['WordsErased', 'system']]);
    const { erased, lost: named } = edges[0]!.node['payload'];
    expect([named, erased]).toEqual([
      lost,
      [{ stream: `proposal:${id}`, sequence: 1, paths: ['/dossier/purposes/0', '/title'] }],
    ]);
    const text = await told(await evidence.exportNow());
    expect(text).toMatch(/^VERIFIED\. /);
    expect(text.match(/erased by entry \d+, again after a restore/g)).toHaveLength(2);
    expect(text).toMatch(/What this cannot exclude:\n {2}- that words which were erased again after a restore/);
  });

  it('nobody else writes in that stream', async () => {
    const { store } = evidence.api;
    const move = `update stream_head set sequence = sequence where stream = 'erasures'`;
    for (const role of ['assent_application', 'assent_worker'] as const) {
      const connection = await store.connect(role, 1);
      await expect(connection.query(move)).rejects.toThrow(`is not for ${role} to write`);
      await connection.destroy();
    }
  });

  it('those who read the proposal see that they are gone, and an auditor by which entry', async () => {
    const { api } = evidence;
    const { edges } = await api.as('auditor').history({ stream: 'erasures' });
    const [place] = edges[0]!.node['payload'].erased as Row[];
    const id = (place!['stream'] as string).slice('proposal:'.length);
    for (const [who, erasedBy] of [
      ['privacy_officer', null],
      ['auditor', edges[0]!.node['id']],
    ] as const) {
      const [drafted] = await api.as(who).historyOf(id);
      expect(drafted!['words']).toContainEqual({ path: '/title', isErased: true, erasedBy });
    }
  });
});
