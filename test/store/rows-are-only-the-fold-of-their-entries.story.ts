// After long journeys through every command: each row is what its entries and words make of it, each entry's bytes hash to its
// hash, each commitment recomputes, and erasing words breaks no proof.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { commandTypes } from '#governance';
import { canonicalBytes, commitmentTo, leafHash, toHex } from '#ledger';
import { rebuildProposal } from '#store';
import { sha256 } from '../../libs/store/ledger/index.js';
import { openStore, travel, travellerIn, type OpenStore, type Row, type Traveller } from '../harness/index.js';
import { readOff } from '../harness/read-off.js';

let store: OpenStore;
let auditor: DataSource;
let traveller: Traveller;
let ids: string[];
beforeAll(async () => {
  store = await openStore();
  auditor = await store.connect('assent_auditor', 2);
  traveller = await travellerIn(store);
  ids = [];
  for (const seed of [1, 2, 3, 4, 5, 6]) ids.push(...(await travel(store, traveller, seed, 120)));
});
afterAll(() => store.close());

const rowOf = async (id: string) => (await store.database.sql('select * from proposal where id = $1', [id]))[0]!;
const stored = async () => store.database.sql<Row>('select * from ledger_entry order by stream, sequence');

describe('After a long journey', () => {
  it('every command was recorded at least once', () => {
    expect(commandTypes.filter(type => !traveller.recorded.has(type))).toEqual([]);
  });

  it('every row equals what its entries make of it, content and columns', async () => {
    for (const id of ids) {
      const row = await rowOf(id);
      const rebuilt = JSON.parse(JSON.stringify(await rebuildProposal(auditor, id))) as Row;
      expect(row['content']).toEqual(rebuilt);
      expect(row).toMatchObject(readOff(rebuilt));
      const [last] = await store.database.sql(
        'select sequence, hash from ledger_entry where stream = $1 order by sequence desc limit 1',
        [`proposal:${id}`],
      );
      expect([row['last_sequence'], row['last_hash']]).toEqual([last!['sequence'], last!['hash']]);
    }
  });

  it('every stream is one chain without a gap, and its bytes hash to its hashes', async () => {
    let before: Row | undefined;
    for (const entry of await stored()) {
      const isFirst = before?.['stream'] !== entry['stream'];
      expect(entry['sequence']).toBe(isFirst ? 1 : before!['sequence'] + 1);
      expect(entry['previous_hash']).toEqual(isFirst ? null : before!['hash']);
      expect(toHex(leafHash(sha256, entry['bytes']))).toBe(toHex(entry['hash']));
      before = entry;
    }
  });

  it('every column beside the bytes says what the bytes say, and the bytes are canonical', async () => {
    for (const entry of await stored()) {
      const said = JSON.parse(entry['bytes'].toString('utf8'));
      expect(entry['bytes'].equals(canonicalBytes(said))).toBe(true);
      expect(entry).toMatchObject({ stream: said.stream, sequence: said.sequence, id: said.id, type: said.type });
      expect(entry).toMatchObject({
        actor_id: said.by.person,
        organisation_id: said.by.organisation,
        role: said.by.role,
      });
      expect(entry).toMatchObject({
        command_id: said.command,
        at: new Date(said.at),
        proposal_id: said.proposal ?? null,
      });
      expect(entry['previous_hash']?.toString('hex') ?? null).toBe(said.previous);
      if (said.payload.audience) expect(entry['audience']).toBe(said.payload.audience);
      expect(said.nonce).toMatch(/^[0-9a-f]{32}$/);
    }
  });

  it('every commitment is that of the words beside it, and no word stands in the bytes', async () => {
    const words = await store.database.sql<Row>(
      `select w.*, e.bytes from entry_words w join ledger_entry e using (stream, sequence)`,
    );
    expect(words.length).toBeGreaterThan(1000);
    for (const { path, salt, words: text, bytes } of words) {
      const said = JSON.parse(bytes.toString('utf8'));
      const node = (path as string)
        .split('/')
        .slice(1)
        .reduce<Row>((at, step) => at[step], said.payload);
      expect(node['commitment']).toBe(toHex(commitmentTo(sha256, salt, JSON.parse(text))));
      for (const field of Object.keys(JSON.parse(text) as Row)) expect(node).not.toHaveProperty(field);
    }
    for (const sentence of [
      'Weighed.',
      'Here is why.',
      'Told more.',
      'My sister.',
      'Case 4417',
      'Counts of home visits',
    ])
      for (const { bytes } of words) expect(bytes.includes(sentence)).toBe(false);
  });

  it('salts and nonces never repeat', async () => {
    const [counted] = await store.database.sql(
      'select count(*)::int as all, count(distinct salt)::int as different from entry_words',
    );
    expect(counted!['all']).toBe(counted!['different']);
  });

  it('receipts, acts and outbox hold no words', async () => {
    for (const table of ['command_receipt', 'sign_off_act', 'outbox', 'stream_head', 'ledger_position']) {
      const rows = JSON.stringify(await store.database.sql(`select * from ${table}`));
      for (const word of ['Weighed', 'Wait.', 'Journey', 'sister'])
        expect([table, rows.includes(word)]).toEqual([table, false]);
    }
  });

  it('every sign-off and decision is bound to the content that it judged', async () => {
    const bound = (await stored()).filter(({ type }) => ['SignOffGiven', 'DecisionRecorded'].includes(type));
    expect(bound.length).toBeGreaterThan(10);
    for (const { bytes } of bound) expect(JSON.parse(bytes.toString('utf8')).payload.content).toMatch(/^[0-9a-f]{64}$/);
  });

  it('the acts in the narrow table are those of the history', async () => {
    for (const id of ids) {
      const { acts } = (await rowOf(id))['content'];
      const rows = await store.database.sql(
        `select part, person_id, sign_off from sign_off_act where proposal_id = $1`,
        [id],
      );
      const of = (part: string) =>
        rows.filter(row => row['part'] === part).map(row => `${row['person_id']} ${row['sign_off']}`);
      expect(new Set(of('author'))).toEqual(new Set(acts.authors.map((person: string) => `${person} `)));
      expect(new Set(of('decider'))).toEqual(new Set(acts.deciders.map((person: string) => `${person} `)));
      expect(new Set(of('signer'))).toEqual(
        new Set(acts.signers.map((each: Row) => `${each['personId']} ${each['key']}`)),
      );
    }
  });
});

describe('When words are erased', () => {
  it('the rest still rebuilds, the commitment stays, and every hash still holds', async () => {
    const [id = ''] = ids;
    const stream = `proposal:${id}`;
    const before = JSON.parse(JSON.stringify(await rebuildProposal(auditor, id))) as Row;
    const entries = await store.database.sql(
      'select hash, bytes from ledger_entry where stream = $1 order by sequence',
      [stream],
    );
    const erased = await store.database.sql(
      `delete from entry_words where (stream, sequence, path) in (select stream, 1, '/title' from entry_words where stream = $1) returning path`,
      [stream],
    );
    expect(erased).toEqual([{ path: '/title' }]);
    const after = JSON.parse(JSON.stringify(await rebuildProposal(auditor, id))) as Row;
    const { text: _, ...kept } = before['title'];
    const isRetitled =
      (await store.database.sql(`select 1 from entry_words where stream = $1 and path = '/title'`, [stream])).length >
      0;
    const title = isRetitled ? before['title'] : kept;
    expect(after).toEqual({ ...before, title, hasErasedWords: true });
    const still = await store.database.sql('select hash, bytes from ledger_entry where stream = $1 order by sequence', [
      stream,
    ]);
    expect(still).toEqual(entries);
  });

  it('all of them, the proposal still stands with its states, people and times', async () => {
    const id = ids[1]!;
    const { state, version, acts, signOffs } = (await rowOf(id))['content'];
    await store.database.sql('delete from entry_words where stream = $1', [`proposal:${id}`]);
    const bare = JSON.parse(JSON.stringify(await rebuildProposal(auditor, id))) as Row;
    expect(bare).toMatchObject({ state, version, acts });
    expect(Object.keys(bare['signOffs']).sort()).toEqual(Object.keys(signOffs).sort());
  });
});
