// Every exposed field and every planted text, for each reader, before and after submission, by every way there is to it.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { signIn } from '../harness/index.js';
import { fieldLines, readers, textLines, times, type Reader, type Time } from './seen/notation.js';
import { openGarden, plantDecision, plantDraft, plantReview, plantTheRest, word, type Garden } from './seen/plant.js';
import { listenAll } from './seen/listening.js';
import { routesOf, type Shown } from './seen/routes.js';
import { Worker } from './worker.js';
import { exposedFields, letterOf, note, schema, selectAll, type Seen } from './seen/select-all.js';

const fields = fieldLines();
const texts = textLines();
const ways = ['byId', 'asNode', 'inTheList', 'inThePast', 'inThePortfolio'] as const;
type Way = (typeof ways)[number] | 'anywhere';

/** What each reader was shown: fields, and texts by way. */
interface Page {
  fields: Seen;
  texts: Record<Way, Set<string>>;
  /** What is not about proposals. */
  own: Shown[];
}
type Book = Record<Time, Record<Reader, Page>>;
const book = {} as Book;
let garden: Garden;

/** A text of the table, as it reads in an answer. */
function wordOf(text: string): string {
  const [, kind, letters] = /^(name|id) of (\w\w)$/.exec(text) ?? [];
  if (!kind) return word(text);
  const member = garden.members[letters as Reader];
  return kind === 'name' ? member.name : member.personId;
}

const newPage = (): Page => ({
  fields: new Map(),
  texts: Object.fromEntries([...ways, 'anywhere'].map(way => [way, new Set<string>()])) as Page['texts'],
  own: [],
});
const rootOf = {
  Query: schema.getQueryType,
  Mutation: schema.getMutationType,
  Subscription: schema.getSubscriptionType,
};

function take(page: Page, shown: Shown[], ...into: Way[]): void {
  for (const { operation, data, text } of shown) {
    note(page.fields, rootOf[operation].call(schema)!, data);
    for (const way of into) for (const { name } of texts) if (text.includes(wordOf(name))) page.texts[way].add(name);
  }
}

async function visit(time: Time, reader: Reader, review: string, decided: string | undefined): Promise<void> {
  const routes = routesOf(garden, reader);
  const page = newPage();
  book[time] = { ...book[time], [reader]: page };
  for (const way of ways) take(page, await routes[way](), way, 'anywhere');
  take(page, await routes.inTheHistory(), 'anywhere');
  take(page, await routes.nodes(await entryIds()), 'anywhere');
  take(page, await previews(reader, review), 'anywhere');
  take(page, await problems(reader, decided ?? review), 'anywhere');
  take(page, await work(reader, review), 'anywhere');
  take(page, await proofs(reader, review));
  page.own = await ofOneself(reader);
  take(page, page.own);
  const said = await routes.tell('comment', { proposalId: review, body: 'Read.', audience: 'PARTNERS' });
  const entryId = (said.data?.['comment'].entries?.[0].id as string | undefined) ?? uuidv7();
  const erasure = await routes.tell('eraseWords', { entryId, authority: 'IPP 7', reason: 'A request.' });
  take(page, [said, erasure], 'anywhere');
}

/** All of them at once, while something is said to partners. */
async function look(time: Time, review: string, worker: Worker): Promise<void> {
  const told = await listenAll(garden, review, async () => {
    await garden.api.as(garden.members.an).do('comment', { proposalId: review, body: 'Look.', audience: 'PARTNERS' });
    await worker.count();
    await worker.seal();
    const [head] = await garden.api.store.database.sql('select sealed_size::int as size from tree_head');
    return head!['size'] as number;
  });
  for (const reader of readers) take(book[time][reader], told[reader], 'anywhere');
}

/** The ids of all entries, whoever may see them. */
const entryIds = async (): Promise<string[]> =>
  (await garden.api.store.database.sql('select id from ledger_entry where stream <> $1', ['directory'])).map(
    ({ id }) => id as string,
  );

const work = async (reader: Reader, id: string): Promise<Shown[]> => [
  await routesOf(garden, reader).ask(`query { myMentions { proposal { id } comment ${selectAll('Comment')} } }`),
  await routesOf(garden, reader).ask(`query ($id: ID!) { mentionable(proposalId: $id) ${selectAll('Person')} }`, {
    id,
  }),
  await routesOf(garden, reader).ask(`query { myWork(first: 100) ${selectAll('TaskConnection')} }`),
];

/** How the ledger stands, what proves the entry that drafted the proposal, and what is counted. */
async function proofs(reader: Reader, proposalId: string): Promise<Shown[]> {
  const { ask } = routesOf(garden, reader);
  const [entry] = await garden.api.store.database.sql(
    `select id from ledger_entry where proposal_id = $1 and sequence = 1`,
    [proposalId],
  );
  const [id, period] = [{ id: entry!['id'] }, 'from: "2020-01-01T00:00:00Z", to: "2999-01-01T00:00:00Z"'];
  return [
    await ask(`query { ledger ${selectAll('Ledger')} checkpoint ${selectAll('Checkpoint')} }`),
    await ask(`query { consistencyProof(from: 1, to: 2) ${selectAll('ConsistencyProof')} }`),
    await ask(`query ($id: ID!) { receipt(entryId: $id) ${selectAll('ReceiptFile')} }`, id),
    await ask(`query ($id: ID!) { entryProof(entryId: $id) ${selectAll('EntryProof')} }`, id),
    await ask(`query { reports(${period}) ${selectAll('Reports')} }`),
  ];
}

/** Everything has its place and is counted, sealed and witnessed. */
async function settle(worker: Worker): Promise<void> {
  await worker.count();
  await worker.seal();
  await garden.api.store.database.sql(`insert into cosignature (size, witness, line, cosigned_at)
    select size, 'witness.example', E'\u2014 witness.example AAAA\n', now() from checkpoint order by size desc limit 1`);
  await garden.api.store.database.sql('update tree_head set witnessed_size = sealed_size');
}

function previews(reader: Reader, proposalId: string): Promise<Shown[]> {
  const text = `query ($id: ID!, $dossier: DossierInput!) { previewRevision(proposalId: $id, dossier: $dossier)
    ${selectAll('RevisionPreview')} }`;
  const dossier = { retention: 'A year.', recipients: [] };
  return Promise.all([routesOf(garden, reader).ask(text, { id: proposalId, dossier })]);
}

/** What each may be refused: a blank title, what the state does not allow, and the urgent lane. */
async function problems(reader: Reader, proposalId: string): Promise<Shown[]> {
  const { tell } = routesOf(garden, reader);
  const facts = { identifiability: 'identified', urgentSafety: true };
  return [
    await tell('draftProposal', { title: ' ' }),
    await tell('raiseConcern', { proposalId, statement: 'Wait.', severity: 'MINOR' }),
    await tell('reviseProposal', { proposalId, expectedVersion: await versionOf(proposalId), dossier: { facts } }),
  ];
}

const versionOf = async (id: string): Promise<number> =>
  (await garden.api.store.database.sql('select version from proposal where id = $1', [id]))[0]!['version'] as number;

/** What is not about proposals: oneself, colleagues, the catalogue, and what one may do to the directory. */
async function ofOneself(reader: Reader): Promise<Shown[]> {
  const { ask, tell } = routesOf(garden, reader);
  const issued = await tell('issueToken', { label: 'Another' });
  const tokenId = issued.data?.['issueToken'].accessToken?.id as string | undefined;
  const { organisationId } = garden.members.ou;
  const added = await tell('addPerson', { organisationId, displayName: 'Somebody New' });
  const personId = (added.data?.['addPerson'].person?.id as string | undefined) ?? uuidv7();
  await signInAs(reader);
  return [
    issued,
    await tell('linkIdentity', { personId, issuer: 'https://login.example', subject: uuidv7() }),
    await ask(`query { sessions ${selectAll('Session')} identities(first: 100) ${selectAll('IdentityConnection')} }`),
    await tell('endSessions', {}),
    await tell('revokeToken', { tokenId: tokenId ?? uuidv7() }),
    await tell('addOrganisation', { name: `Another ${uuidv7()}`, kind: 'OTHER' }),
    added,
    await tell('assignRole', { personId, role: 'analyst' }),
    await ask(`query { viewer ${selectAll('Viewer')} organisations ${selectAll('Organisation')} }`),
    await ask(`query { catalogue ${selectAll('Catalogue')} workflows ${selectAll('Workflow')} }`),
    await ask(`query { people ${selectAll('PersonConnection')} accessTokens ${selectAll('AccessTokenConnection')} }`),
    await ask(`query { roleHistory(first: 100) ${selectAll('RoleAssignmentConnection')} }`),
    await ask(`query { decisionHistory(first: 100) ${selectAll('LedgerEntryConnection')} }`),
  ];
}

/** A session of their own, and an identity that is theirs no more. */
async function signInAs(reader: Reader): Promise<void> {
  const { personId } = garden.members[reader];
  await signIn(garden.api, garden.members[reader]);
  const identityId = uuidv7();
  await garden.api.store.cast.change([
    { type: 'IdentityLinked', identityId, personId, issuer: 'https://before.example', subject: uuidv7() },
    { type: 'IdentityUnlinked', identityId, personId },
  ]);
}

async function endSomebodysRole(): Promise<void> {
  const { cast } = garden.api.store;
  const { personId, assignmentIds } = await cast.add({
    name: 'Left Again',
    organisation: 'unrelated',
    roles: ['analyst'],
  });
  const endsAt = new Date().toISOString();
  await cast.change([{ type: 'RoleEnded', assignmentId: assignmentIds[0]!, personId, endsAt }]);
}

beforeAll(async () => {
  garden = await openGarden();
  await endSomebodysRole();
  const review = await plantDraft(garden);
  const worker = new Worker(garden.api);
  await settle(worker);
  for (const reader of readers) await visit('before', reader, review, undefined);
  await look('before', review, worker);
  await plantReview(garden, review);
  const decided = await plantDecision(garden);
  await plantTheRest(garden);
  await settle(worker);
  for (const reader of readers) await visit('after', reader, review, decided);
  await look('after', review, worker);
});
afterAll(async () => {
  await (garden as Garden | undefined)?.api.close();
  const cells = (fields.length + texts.length) * readers.length * times.length;
  process.stdout.write(`matrix fields: ${fields.length} fields, ${texts.length} texts, ${cells} cells\n`);
});

const cases = times.flatMap(time => readers.map(reader => ({ time, reader })));

describe('The table of fields', () => {
  it('names every exposed field of the schema, once, and no other', () => {
    expect(fields.map(({ name }) => name).sort()).toEqual([...exposedFields].sort());
  });

  it.each(cases)('is what $reader sees $time submission', ({ time, reader }) => {
    const told = fields.map(({ name }) => `${name}: ${letterOf(book[time][reader].fields.get(name))}`);
    expect(told).toEqual(fields.map(({ name, letters }) => `${name}: ${letters[time][reader]}`));
  });
});

describe('The table of texts', () => {
  it.each(cases)('is what reaches $reader $time submission', ({ time, reader }) => {
    const expected = texts.filter(({ letters }) => letters[time][reader] === 'Y').map(({ name }) => name);
    expect([...book[time][reader].texts.anywhere].sort()).toEqual(expected.sort());
  });

  it.each(cases)(
    'is the same to $reader by id, as a node, in lists and in the past, $time submission',
    ({ time, reader }) => {
      const { texts: found } = book[time][reader];
      for (const way of ways) expect([way, [...found[way]].sort()]).toEqual([way, [...found.byId].sort()]);
    },
  );

  it.each(['pa', 'pb', 'pu', 'ou'] as const)('names nobody of the lead to %s outside of proposals either', reader => {
    const { members, api } = garden;
    const ofLead = Object.values(members).filter(each => each.organisationId === api.store.cast.organisations.lead);
    const told = times.flatMap(time => book[time][reader].own.map(({ text }) => text)).join();
    const named = ofLead.filter(({ name, personId }) => told.includes(name) || told.includes(personId));
    expect(named.map(({ name }) => name)).toEqual([]);
  });
});
