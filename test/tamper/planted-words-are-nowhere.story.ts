// One unmistakable text in everything that anybody can write, also where words go from one stream into another. All that may be erased is
// erased: then it is in no table, no byte and no export, save where the rules say that it stays, and whoever erased was told so.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { kindOfField } from '#governance';
import { publishDefinitions } from '#store';
import { t2 } from '../builders/index.js';
import {
  concern,
  marked,
  openApi,
  travel,
  travellerIn,
  type OpenApi,
  type PersonaKey,
  type Row,
} from '../harness/index.js';
import { exportFiles, seal, type Files } from './evidence.js';
import { takeApart } from './forger.js';
import { judged } from './judged.js';
import { keyPair, origin } from './log.js';

const plant = 'Tūī-Tōrea 4417';
const why = { authority: 'IPP 7.', reason: 'A request.' };
let api: OpenApi;
let ids: string[];
let advice: string[];
let files: Files;
const sql = <R extends Row = Row>(text: string, values: unknown[] = []) => api.store.database.sql<R>(text, values);

/** In every field of a dossier that holds words, save options of questions. */
function planted(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map(each => planted(each, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, planted(each, name)]));
  const isText = key !== 'value' && key !== 'choice' && typeof value === 'string' && kindOfField(key, value) !== 'open';
  return isText ? `${value} ${plant}` : value;
}

/** What a journey of chance may not come by: concerns answered and settled, conditions met, a tier raised. */
async function plantDeliberately(): Promise<string> {
  const { partnerA } = api.store.cast.organisations;
  const sent = { title: plant, dossier: planted(t2()) as object };
  const proposalId = (await api.as('analyst').do('draftProposal', sent)).proposal['id'];
  const on = { proposalId };
  await api.as('analyst').do('invitePartners', { ...on, organisationIds: [partnerA] });
  await api.as('analyst').do('submitProposal', { ...on, message: plant });
  const concernId = await concern(api, proposalId, 'partner_a', { statement: plant, about: [plant] });
  await api
    .as('engagement_lead')
    .do('answerConcern', { ...on, concernId, disposition: 'ACCEPTED', response: `You wrote: ${plant}` });
  await api.as('partner_a').do('settleConcern', { ...on, concernId, outcome: 'SETTLED', note: plant });
  await api.as('partner_a').do('proposeAlternative', { ...on, description: plant, rung: 1, note: plant });
  const to = api.store.cast.members.data_steward.personId;
  await api.as('data_steward').do('assignTask', { ...on, work: 'signOff:purpose', to, note: plant });
  const condition = { statement: plant, precedent: false, owner: plant, about: ['PM-1'] };
  const met = { signOff: 'purpose', finding: 'MET_WITH_CONDITIONS', rationale: plant, conditions: [condition] };
  const checklist = [{ questionId: 'PM-3', answer: 'NO', note: plant }];
  await api.as('data_steward').do('giveSignOff', { ...on, ...met, checklist });
  const [{ id: conditionId }] = (await api.as('analyst').read(proposalId))!['conditions'] as [Row];
  for (const who of ['analyst', 'privacy_officer'] as const)
    await api.as(who).do('meetCondition', { ...on, conditionId, evidence: plant });
  await api.as('privacy_officer').do('raiseTier', { ...on, tier: 'T3', reason: plant });
  const said = await api.as('analyst').do('comment', { ...on, body: `${plant}, I think.`, about: [plant] });
  const { commentId } = said.entries[0]!['payload'] as Row;
  await api.as('analyst').do('editComment', { ...on, commentId, body: plant });
  return proposalId;
}

async function plantEverywhere(): Promise<void> {
  const plain = await travellerIn(api.store);
  const send = (...[who, type, input]: Parameters<typeof plain.send>) =>
    plain.send(who, type, marked(input, () => plant) as object);
  ids = await travel(api.store, { ...plain, send }, 7, 60);
  ids.push(await plantDeliberately());
  const copy = await api.as('analyst').do('draftProposal', { title: `Copied for ${plant}`, copyOf: ids.at(-1) });
  ids.push(copy.proposal['id']);
  await api.as('analyst').do('withdrawProposal', { proposalId: ids.at(-1), reason: plant });
  const administrator = api.as('administrator');
  const organisation = await administrator.change('addOrganisation', { name: `Office of ${plant}`, kind: 'OTHER' });
  const organisationId = organisation.entries[0]!['payload'].organisationId;
  const added = await administrator.change('addPerson', { organisationId, displayName: plant });
  const personId = added.entries[0]!['payload'].personId;
  await administrator.change('issueToken', { personId, label: `Laptop of ${plant}` });
  await api.as('auditor').list({ text: plant });
}

/** As the receipt of an erasure has it. */
const erase = async (who: PersonaKey, input: Row): Promise<Row> => api.as(who).do('eraseWords', { ...why, ...input });

/** Everything that this person may erase, entry by entry. */
async function eraseAll(who: PersonaKey, entries: readonly Row[]): Promise<Row[]> {
  const receipts: Row[] = [];
  for (const { id: entryId, words } of entries)
    if ((words as Row[]).some(({ isErased }) => !isErased)) receipts.push(await erase(who, { entryId }));
  return receipts;
}

/** Where it is: tables, and bytes of entries read as text. */
async function placesOf(text: string): Promise<string[]> {
  const tables = await sql<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  );
  const found: string[] = [];
  for (const { name } of tables)
    if ((await sql(`select from ${name} r where position($1 in r::text) > 0 limit 1`, [text])).length > 0)
      found.push(name);
  const bytes = `select from ledger_entry where position($1 in convert_from(bytes, 'UTF8')) > 0 limit 1`;
  return (await sql(bytes, [text])).length > 0 ? [...found, 'bytes'] : found.sort();
}

const streamsWith = async (text: string): Promise<string[]> =>
  (await sql('select distinct stream from entry_words where position($1 in words) > 0 order by 1', [text])).map(
    ({ stream }) => stream as string,
  );

beforeAll(async () => {
  api = await openApi();
  await plantEverywhere();
});
afterAll(() => (api as OpenApi | undefined)?.close());

const typesWithWords = (
  'AlternativeProposed AuditorRead CommentEdited CommentMade ConcernAnswered ConcernRaised ConcernSettled ConditionEvidenced ConditionMet ' +
  'ConflictDeclared DecisionRecorded OrganisationAdded PersonAdded ProposalDrafted ProposalHandedOver ProposalRevised ' +
  'ProposalSubmitted ProposalWithdrawn RelevanceMarked SignOffGiven SignOffWithdrawn TaskAssigned TierChanged TokenIssued UrgentDisclosureRecorded'
).split(' ');

describe('A text that was planted everywhere', () => {
  it('is in words, rows and names, and in no byte of an entry', async () => {
    expect(await placesOf(plant)).toEqual(['access_token', 'entry_words', 'organisation', 'person', 'proposal']);
    const types = await sql(
      `select distinct e.type from ledger_entry e join entry_words w using (stream, sequence) where position($1 in words) > 0`,
      [plant],
    );
    expect(types.map(({ type }) => type as string).sort()).toEqual(typesWithWords);
    const streams = await streamsWith(plant);
    expect(streams).toEqual(expect.arrayContaining(['audit', 'directory', ...ids.map(id => `proposal:${id}`)]));
  });

  it('is erased where it may be, and the officer is told where the same words stand still', async () => {
    advice = [];
    for (const id of ids) {
      const officer = api.as('privacy_officer');
      for (const receipt of await eraseAll('privacy_officer', await officer.historyOf(id)))
        advice.push(...receipt['advice']);
    }
    const told = (await api.as('administrator').history({ stream: 'directory' })).edges.map(({ node }) => node);
    const named = told.filter(({ payload }) => JSON.stringify(payload).includes(plant));
    expect(named.length).toBe(3);
    for (const receipt of await eraseAll('administrator', named)) advice.push(...receipt['advice']);
    expect(advice.filter(each => each.startsWith('The same words stand in')).length).toBeGreaterThan(0);
    expect(advice.filter(each => each.includes('into what auditors searched for, which stays'))).not.toEqual([]);
  });

  it('stays in what auditors asked, and nowhere else', async () => {
    expect(await placesOf(plant)).toEqual(['entry_words']);
    expect(await streamsWith(plant)).toEqual(['audit']);
  });

  it('stays there only in the export as well', async () => {
    const [worker, log] = [await api.store.connect('assent_worker', 1), keyPair(origin)];
    await publishDefinitions(worker, { at: new Date().toISOString(), newId: () => uuidv7() });
    await worker.destroy();
    await seal(api, log, []);
    files = await exportFiles(api);
    expect(await judged(files, { log })).toMatchObject({ verdict: 'clean', replayed: { withWords: true } });
    const holding = [...files].filter(([, bytes]) => bytes.toString().includes(plant)).map(([name]) => name);
    expect(holding).toEqual(['words.jsonl']);
    const draft = takeApart(files);
    const entries = draft.entries.filter(({ words }) => JSON.stringify(words).includes(plant));
    expect(new Set(entries.map(({ said }) => said.stream))).toEqual(new Set(['audit']));
    expect(draft.entries.map(({ bytes }) => bytes.toString()).join('')).not.toContain(plant);
  });
});

describe('Whoever erases', () => {
  it('is told which other entries hold the same words, of those that they may see, and only then', async () => {
    const text = 'Hera Pōtae of 9 Kauri Road';
    const [one, two] = [await draftOf(`About ${text}`), await draftOf(text)];
    const officer = api.as('privacy_officer');
    const [drafted] = await officer.historyOf(two);
    const [holder] = await officer.historyOf(one);
    const receipt = await erase('privacy_officer', { entryId: drafted!['id'], paths: ['/title'] });
    expect(receipt['alsoIn']).toEqual([{ id: holder!['id'] }]);
    expect(receipt['advice'][0]).toBe(
      `The same words stand in 1 more entry that you may see: ProposalDrafted ${holder!['id']}. Each takes an erasure of its own.`,
    );
    const last = await erase('privacy_officer', { entryId: holder!['id'], paths: ['/title'] });
    expect([last['alsoIn'], last['advice'][0]]).toEqual([[], 'The same words stand nowhere else that you may see.']);
  });

  it('learns nothing of what they may not see', async () => {
    const text = 'Ringitia a Hēmi Tāne';
    await api.as('auditor').list({ text });
    const id = await draftOf(text);
    const officer = api.as('privacy_officer');
    const [drafted] = await officer.historyOf(id);
    const receipt = await erase('privacy_officer', { entryId: drafted!['id'], paths: ['/title'] });
    expect(await streamsWith(text)).toEqual(['audit']);
    expect([receipt['alsoIn'], receipt['advice'][0]]).toEqual([
      [],
      'The same words stand nowhere else that you may see.',
    ]);
  });

  it('is told so once: a command that is sent again knows it no more', async () => {
    const id = await draftOf('Sent twice over');
    const officer = api.as('privacy_officer');
    const [drafted] = await officer.historyOf(id);
    const input = { commandId: randomUUID(), entryId: drafted!['id'], paths: ['/title'] };
    expect(await erase('privacy_officer', input)).toMatchObject({ replayed: false, alsoIn: [] });
    expect(await erase('privacy_officer', input)).toMatchObject({
      ...{ replayed: true, alsoIn: null, advice: [expect.stringMatching(/^This was erased before/)] },
    });
  });
});

const draftOf = async (title: string): Promise<string> =>
  (await api.as('analyst').do('draftProposal', { title, dossier: {} })).proposal['id'];
