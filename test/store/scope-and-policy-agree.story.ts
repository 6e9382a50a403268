// Who may read a proposal is said three times: by the policy in memory, by the scope in SQL, and by row-level security. Random
// people with random roles and random proposals: the three never differ. `ASSENT_PAIRS` says how many pairs are compared.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { DataSource } from 'typeorm';
import { readingOf, roleKeys, type Actor, type Proposal } from '#governance';
import { run, withClient } from '../../libs/store/connection.js';
import { onBehalf, scopeOf, scopeValues, visibleEntry, visibleProposal } from '../../libs/store/visible-to.js';
import { t1 } from '../builders/index.js';
import { copyProposals, openStore, travellerIn, type OpenStore } from '../harness/index.js';
import { rngOf } from '../harness/rng.js';

const pairs = Number(process.env['ASSENT_PAIRS'] ?? 6_000);
const rowCount = Math.ceil(Math.sqrt(pairs * 2));
const actorCount = Math.ceil(pairs / rowCount);
const seed = Number(process.env['ASSENT_SEED'] ?? 20_261_122);

let store: OpenStore;
let superuser: DataSource;
let rng: () => number;
let organisations: string[];
const proposals: Proposal[] = [];
const actors: Actor[] = [];
const pick = <T>(list: readonly T[]): T => list[Math.floor(rng() * list.length)]!;
const some = <T>(list: readonly T[], most: number): T[] =>
  Array.from({ length: Math.floor(rng() * (most + 1)) }, () => pick(list));

beforeAll(async () => {
  store = await openStore();
  superuser = await store.connect('migrator', 2);
  rng = rngOf(seed);
  organisations = Object.values(store.cast.organisations);
  const traveller = await travellerIn(store);
  const begun = await traveller.send('analyst', 'DraftProposal', { title: 'Pattern', dossier: t1() });
  for (let made = 0; made < rowCount; made += 1) await addProposal(begun!.proposal);
  for (let made = 0; made < actorCount; made += 1) await addActor();
  await store.database.sql('analyze');
});
afterAll(() => store.close());

/** A copy of the pattern's row in which lead, partners and submission are drawn; the columns are what they have to be. */
async function addProposal(pattern: Proposal): Promise<void> {
  const proposal = {
    ...pattern,
    id: uuidv7(),
    leadOrganisationId: pick(organisations),
    partnerIds: [...new Set(some(organisations, 3))],
    ...(rng() < 0.7 ? { submittedAt: pattern.createdAt } : {}),
  };
  proposals.push(proposal);
  await copyProposals(store.database, pattern.id, [
    {
      id: proposal.id,
      number: proposals.length + 1_000,
      lead_organisation_id: proposal.leadOrganisationId,
      partner_ids: proposal.partnerIds,
      submitted_at: proposal.submittedAt ?? null,
      content: proposal,
    },
  ]);
}

const day = 24 * 60 * 60 * 1000;
const inDays = (days: number): string => new Date(Date.now() + days * day).toISOString();

/** Somebody with up to four roles; some have ended and some have not begun. */
async function addActor(): Promise<void> {
  const person = await store.cast.add({ name: `Person ${actors.length}`, organisation: 'lead', roles: [] });
  const inForce: Actor['roles'] = [];
  for (const role of some(roleKeys, 4)) {
    const holding = { role, organisationId: pick(organisations) };
    const [startsAt, endsAt] = pick([
      [inDays(-2), null],
      [inDays(-2), inDays(2)],
      [inDays(-2), inDays(-1)],
      [inDays(1), null],
    ] as const);
    // What may not meet in one person is left out, by the database.
    const insert = 'insert into role_assignment values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id';
    const [held] = await store.database.sql(insert, [
      uuidv7(),
      person.personId,
      holding.organisationId,
      role,
      startsAt,
      endsAt,
    ]);
    if (held && startsAt <= inDays(0) && (endsAt === null || endsAt > inDays(0))) inForce.push(holding);
  }
  const { personId, organisationId } = person;
  actors.push({ personId, organisationId, organisationName: 'Of the test', roles: inForce });
}

/** The scope is asked as the superuser, whom row-level security lets pass, so that each is seen to hold by itself. */
const idsFor = (by: DataSource, actor: Actor, from: string): Promise<string[]> =>
  withClient(by, async client => {
    const text = onBehalf(`select p.id from ${from}`, 'order by seen.id');
    const name = `ids-${from.length}-${from.slice(0, 20)}`;
    return (await run<{ id: string }>(client, { name, text }, scopeValues(scopeOf(actor)))).map(({ id }) => id);
  });

it('scope and row-level security agree on who reads the history of the directory', async () => {
  const everything = await store.database.sql(`select id from ledger_entry where stream = 'directory' order by id`);
  const from = (condition: string) =>
    `ledger_entry p left join proposal q on q.id = p.proposal_id, viewer where ${condition} and p.stream = 'directory'`;
  for (const actor of actors) {
    const sees = actor.roles.some(({ role }) => role === 'auditor' || role === 'administrator');
    const wanted = sees ? everything.map(({ id }) => id as string) : [];
    const byScope = await idsFor(superuser, actor, from(visibleEntry('p', 'q')));
    const bySecurity = await idsFor(store.dataSource, actor, from('asker.entered'));
    expect([actor, byScope, bySecurity]).toEqual([actor, wanted, wanted]);
  }
});

it(`policy, scope and row-level security agree on ${pairs} pairs of person and proposal`, async () => {
  let read = 0;
  for (const actor of actors) {
    const wanted = proposals.filter(proposal => readingOf(actor, proposal)).map(({ id }) => id);
    const known = new Set(proposals.map(({ id }) => id));
    const ours = (ids: string[]): string[] => ids.filter(id => known.has(id));
    const byScope = await idsFor(superuser, actor, `proposal p, viewer where ${visibleProposal('p')}`);
    const bySecurity = await idsFor(store.dataSource, actor, 'proposal p where asker.entered');
    expect([actor, ours(byScope), ours(bySecurity)]).toEqual([actor, wanted.sort(), wanted]);
    read += wanted.length;
  }
  const compared = actors.length * proposals.length;
  expect(compared).toBeGreaterThanOrEqual(pairs);
  expect(read).toBeGreaterThan(compared / 20);
  expect(read).toBeLessThan(compared * 0.95);
});
