// A database that was bent by hand: the look after a restore names every entry, row and word that does not fit, and ends with it.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
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
      expect.stringMatching(/^The row of proposal \S+ is not what its entries make of it\.$/),
    ]);
  });
});
