// A database that was bent by hand: the look after a restore names every entry, row and word that does not fit, and ends with it.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { readContents } from '#store';
import { inspect } from '../../apps/operator/restore/inspect.js';
import { withOwner } from '../../apps/operator/installation.js';
import { openStore, travellerIn, type OpenStore } from '../harness/index.js';
import { t1 } from '../builders/index.js';

let store: OpenStore;
const say = (): void => undefined;
const sql = (text: string) => store.database.sql(text);

beforeEach(async () => {
  store = await openStore();
  const traveller = await travellerIn(store);
  await traveller.send('analyst', 'DraftProposal', { title: 'Looked over', dossier: t1() });
  await sql('alter table ledger_entry disable trigger append_only');
});
afterEach(() => store.close());

async function wrongs(): Promise<string[]> {
  const { url } = store.database;
  const expected = await withOwner(url, { readOnly: true }, readContents);
  return (await inspect(url, { expected, say })).wrong;
}

const drafted = `stream like 'proposal:%' and sequence = 1`;
const bend = (from: string, to: string, where: string) =>
  sql(`update ledger_entry set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), '${from}', '${to}'), 'UTF8')
    where ${where}`);

describe('The look after a restore', () => {
  it('finds nothing in what nobody touched', async () => {
    expect(await wrongs()).toEqual([]);
  });

  it('names an entry of a type that there is not, and the row that cannot be made of it', async () => {
    await bend('ProposalDrafted', 'ProposalDreamed', drafted);
    expect(await wrongs()).toEqual([
      expect.stringMatching(/^proposal:\S+ 1: its bytes do not hash to its hash\.$/),
      expect.stringMatching(/^The row of proposal \S+ is not what its entries make of it\.$/),
    ]);
  });

  it.each(['no JSON', 'null', '"{}"'])('names an entry whose bytes are %s under the hash of just these', async text => {
    await sql(`update ledger_entry set bytes = '${text}', hash = sha256('\\x00' || '${text}'::bytea) where ${drafted}`);
    await sql(`update proposal p set last_hash = e.hash from ledger_entry e where e.proposal_id = p.id`);
    expect(await wrongs()).toEqual([
      expect.stringMatching(/^proposal:\S+ 1: its columns do not say what its bytes say\.$/),
      expect.stringMatching(/^proposal:\S+ 1: its words at \/\S+ are not those that it commits to\.$/),
      expect.stringMatching(/^The row of proposal \S+ is not what its entries make of it\.$/),
    ]);
  });

  it('names words that nobody committed to', async () => {
    await sql(`update entry_words set words = '{"displayName":"Mallory Forged"}'
      where stream = 'directory' and words like '%displayName%' and sequence = (
        select min(sequence) from entry_words where stream = 'directory' and words like '%displayName%')`);
    await sql(`update entry_words set words = 'no JSON' where stream like 'proposal:%'`);
    await sql(`update entry_words set words = 'no JSON' where stream = 'directory' and sequence = (
      select max(sequence) from entry_words where stream = 'directory' and words like '%displayName%')`);
    const [name, ...others] = await wrongs();
    expect(name).toMatch(/^directory \d+: its words are not those that it commits to\.$/);
    expect(others).toContainEqual(expect.stringMatching(/^proposal:\S+ 1: its words at \/\S+ are not those/));
    expect(others).toContainEqual(
      expect.stringMatching(/^The directory’s person \S+ is not what its entries make of it\.$/),
    );
  });

  const forged = uuidv7();
  it.each([
    [
      `insert into role_assignment (id, person_id, organisation_id, role, starts_at)
        select '${forged}', id, organisation_id, 'auditor', now() from person limit 1`,
      'role assignment',
    ],
    [`update role_assignment set role = 'auditor' where role = 'analyst'`, 'role assignment'],
    [`update access_token set expires_at = expires_at + interval '1 day'`, 'access token'],
    [`delete from access_token`, 'access token'],
    [`update person set display_name = 'Mallory'`, 'person'],
    [`update organisation set kind = 'OVERSIGHT'`, 'organisation'],
  ])('names rows of the directory that no entry made: %s', async (change, kind) => {
    await sql(change);
    const wrong = await wrongs();
    expect(wrong.length).toBeGreaterThan(0);
    const line = new RegExp(
      `^(The directory’s ${kind} \\S+ is not what its entries make of it\\.|… and .* more rows? of the directory\\.)$`,
    );
    for (const each of wrong) expect(each).toMatch(line);
  });

  it('names an entry of the directory of a type that there is not, and the row that it made', async () => {
    await bend('TokenIssued', 'TokenForged', `stream = 'directory' and type = 'TokenIssued'`);
    const wrong = await wrongs();
    expect(wrong).toContainEqual(expect.stringMatching(/^directory \d+: its bytes do not hash to its hash\.$/));
    expect(wrong).toContainEqual(expect.stringMatching(/^The directory’s access token \S+ is not what/));
  });
});
