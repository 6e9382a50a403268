// What somebody is told while they look: every change that they may read, soon after, whichever process recorded it; and nothing else.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { handleCommand } from '#store';
import { concern, countStatements, draft, submit, type Member, type PersonaKey, type Row } from '../harness/index.js';
import { all, ledgerSealed, type Listener, listenTo, proposalChanged, stopAll, workChanged } from './listener.js';
import { openTwo, type Two } from './open-two.js';

let two: Two;
beforeAll(async () => void (two = await openTwo()));
afterEach(stopAll);
afterAll(() => two.close());

const memberOf = (who: PersonaKey | Member): Member =>
  typeof who === 'string' ? two.api.store.cast.members[who] : who;
/** They listen at one api, and everything is done at the other. */
const listen = (who: PersonaKey | Member, query: string, variables = {}) =>
  listenTo({ url: () => two.other.url, token: memberOf(who).token }, query, variables);
const versionOf = async (id: string, who: PersonaKey = 'analyst') => (await two.api.as(who).read(id))?.['version'];
/** Everything that is told until this proposal is: what was done before may still be on its way. */
const heard = async (listener: Listener, id: string): Promise<Row[]> => {
  const told: Row[] = [await listener.next()];
  while (told.at(-1)?.['id'] !== id) told.push(await listener.next());
  return told;
};
/** From here on, only what is done from here on is told. */
const isUpToDate = async (listener: Listener): Promise<void> => {
  const id = await submit(two.api);
  await two.place();
  await heard(listener, id);
};
const note = async (proposalId: string, audience: string) => {
  await two.api.as('analyst').do('comment', { proposalId, body: 'A word.', audience });
  await two.place();
};

describe('Whoever looks at a proposal', () => {
  it('is told its version at once, and again when somebody changes it at another api', async () => {
    const id = await draft(two.api);
    const listener = listen('approver', proposalChanged, { id });
    expect(await listener.next()).toEqual({ id, version: 1 });
    await two.api.as('analyst').do('submitProposal', { proposalId: id });
    await two.place();
    expect(await listener.next()).toEqual({ id, version: await versionOf(id) });
  });

  it('is told nothing of others', async () => {
    const [mine, another] = [await draft(two.api), await draft(two.api)];
    await two.place();
    const listener = listen('approver', proposalChanged, { id: mine });
    expect(await listener.next()).toEqual({ id: mine, version: 1 });
    await note(another, 'INTERNAL');
    await note(mine, 'INTERNAL');
    expect(await listener.next()).toMatchObject({ id: mine });
  });

  it('hears the same silence of one that is not theirs as of one that is not there', async () => {
    const id = await draft(two.api);
    const listeners = [id, uuidv7(), 'no id'].map(each => listen('outsider', proposalChanged, { id: each }));
    const silent = listeners.map(each =>
      each.next().then(
        () => 'told',
        () => 'silent',
      ),
    );
    const witness = listen('approver', proposalChanged, { id });
    expect(await witness.next()).toEqual({ id, version: 1 });
    await note(id, 'INTERNAL');
    await witness.next();
    // Whoever hears of the second is told after all were told of the first.
    await note(id, 'INTERNAL');
    await witness.next();
    await stopAll();
    expect(await Promise.all(silent)).toEqual(['silent', 'silent', 'silent']);
  });
});

describe('Whoever looks at their work', () => {
  it('is asked to look once, and then told each proposal that they may read', async () => {
    const listener = listen('approver', workChanged);
    expect(await listener.next()).toEqual(all);
    await isUpToDate(listener);
    const id = await draft(two.api);
    await two.place();
    expect(await heard(listener, id)).toEqual([{ id, version: 1 }]);
  });

  it('as a partner hears of what is shared and of what is said to partners, and not of drafts and what is said within', async () => {
    const id = await submit(two.api);
    const partner = listen('partner_a', workChanged);
    expect(await partner.next()).toEqual(all);
    await isUpToDate(partner);
    await draft(two.api);
    await note(id, 'INTERNAL');
    const ofPartners = await submit(two.api);
    await two.place();
    expect(await heard(partner, ofPartners)).toEqual([{ id: ofPartners, version: await versionOf(ofPartners) }]);
    await note(id, 'PARTNERS');
    expect(await partner.next()).toEqual({ id, version: await versionOf(id) });
    await concern(two.api, id, 'security_officer', { audience: 'REVIEWERS' });
    await two.place();
    // The version moved, as anybody sees who reads it: what moved it they are not told here either.
    expect(await partner.next()).toEqual({ id, version: await versionOf(id) });
  });
});

describe('The ledger', () => {
  it('tells everybody how far it is sealed', async () => {
    const listener = listen('partner_b', ledgerSealed);
    const { size } = await listener.next();
    await two.place();
    await two.api.store.database.sql('update tree_head set size = size + 7, sealed_size = sealed_size + 7');
    expect(await listener.next()).toEqual({ size: size + 7 });
  });
});

describe('A connection to the database that is lost', () => {
  it('loses nothing: what changed meanwhile is told when it is back', async () => {
    const listener = listen('approver', workChanged);
    expect(await listener.next()).toEqual(all);
    await isUpToDate(listener);
    const killed = await two.api.store.database.sql(
      `select pg_terminate_backend(pid) as ended from pg_stat_activity
        where application_name = 'assent assent_application, listening' and datname = current_database()`,
    );
    expect(killed.length).toBeGreaterThan(0);
    const id = await draft(two.api);
    await two.place();
    expect(await heard(listener, id)).toEqual([{ id, version: 1 }]);
  });
});

describe('A command', () => {
  it('sends no statement more while everybody looks', async () => {
    const listener = listenTo({ url: () => two.api.url, token: memberOf('approver').token }, workChanged);
    expect(await listener.next()).toEqual(all);
    await isUpToDate(listener);
    const actor = await two.api.store.actorOf(memberOf('analyst'));
    const command = { type: 'DraftProposal' as const, input: { title: 'Another' }, actor, commandId: uuidv7() };
    const { statements } = await countStatements(two.api.store.dataSource, () =>
      handleCommand(two.api.store.dataSource, { ...command, at: new Date().toISOString(), newId: uuidv7 }),
    );
    expect(statements).toEqual(['START TRANSACTION', 'load-command', 'record-command', 'COMMIT']);
    await two.place();
    expect(await listener.next()).toMatchObject({ version: 1 });
  });
});
