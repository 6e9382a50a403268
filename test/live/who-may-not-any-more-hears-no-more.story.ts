// At every event it is asked anew who somebody is and what they may read. Ended tokens and roles end the connection; a proposal that
// is not theirs any more is silent.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { beginSession, endSessionInHand } from '#store';
import { Drain } from '../../apps/api/http/drain.js';
import { draft, sessionTimes, type Member } from '../harness/index.js';
import { all, listenTo, proposalChanged, stopAll, workChanged } from './listener.js';
import { openTwo, type Two } from './open-two.js';

let two: Two;
beforeAll(async () => void (two = await openTwo()));
afterEach(stopAll);
afterAll(() => two.close());

const listen = ({ token }: Member, query: string, variables = {}) =>
  listenTo({ url: () => two.other.url, token }, query, variables);
const approverOf = (roles: Member['roles']) =>
  two.api.store.cast.add({ name: 'Somebody', organisation: 'lead', roles });
const endRole = (member: Member, place: number) =>
  two.api.store.cast.change([
    {
      type: 'RoleEnded',
      assignmentId: member.assignmentIds[place]!,
      personId: member.personId,
      endsAt: new Date().toISOString(),
    },
  ]);

describe('A connection ends with code 4401', () => {
  it('at the next event after its token was revoked', async () => {
    const member = await approverOf(['approver']);
    const listener = listen(member, workChanged);
    expect(await listener.next()).toEqual(all);
    await two.api.store.cast.change([{ type: 'TokenRevoked', tokenId: member.tokenId, personId: member.personId }]);
    await draft(two.api);
    await two.place();
    await expect(listener.next()).rejects.toMatchObject({ code: 4401 });
    expect(await listener.ended).toMatchObject({ code: 4401 });
  });

  it('at the next event after the last of their roles ended', async () => {
    const member = await approverOf(['approver']);
    const listener = listen(member, workChanged);
    expect(await listener.next()).toEqual(all);
    await endRole(member, 0);
    await draft(two.api);
    await two.place();
    expect(await listener.ended).toMatchObject({ code: 4401 });
  });

  it('at the next event after its session ended, and asking again does not keep that session alive', async () => {
    const member = await approverOf(['approver']);
    const [issuer, subject, identityId] = ['https://login.example', member.personId, uuidv7()];
    await two.api.store.database.sql('insert into person_identity values ($1, $2, $3, $4, now())', [
      identityId,
      member.personId,
      issuer,
      subject,
    ]);
    const { dataSource } = two.api.store;
    const { secret } = await beginSession(dataSource, { identityId, personId: member.personId }, sessionTimes);
    const seen = () => two.api.store.database.sql('select last_seen_at from person_session');
    await two.api.store.database.sql(`update person_session set last_seen_at = now() - interval '20 minutes'`);
    const before = await seen();
    const listener = listenTo({ url: () => two.other.url, cookie: `__Host-assent=${secret}` }, workChanged);
    expect(await listener.next()).toEqual(all);
    expect(await seen()).toEqual(before);
    await endSessionInHand(dataSource, secret);
    await draft(two.api);
    await two.place();
    expect(await listener.ended).toMatchObject({ code: 4401 });
  });

  it.each(['nobody’s', ''])('at once for a token that is %s', async token => {
    const listener = listenTo({ url: () => two.other.url, token }, workChanged);
    await expect(listener.next()).rejects.toMatchObject({ code: 4401 });
  });
});

describe('A proposal', () => {
  it('is silent as soon as somebody may not read it any more', async () => {
    const member = await approverOf(['approver']);
    const id = await draft(two.api);
    await two.place();
    const listener = listen(member, proposalChanged, { id });
    expect(await listener.next()).toEqual({ id, version: 1 });
    const startsAt = new Date().toISOString();
    const { partnerA: organisationId } = two.api.store.cast.organisations;
    const role = {
      assignmentId: uuidv7(),
      personId: member.personId,
      organisationId,
      role: 'partner' as const,
      startsAt,
    };
    await two.api.store.cast.change([{ type: 'RoleAssigned', ...role }]);
    await endRole(member, 0);
    const told = listener.next().then(
      () => 'told',
      () => 'silent',
    );
    const witness = listen(two.api.store.cast.members.approver, proposalChanged, { id });
    await witness.next();
    for (const body of ['Once.', 'Whoever hears this is told after all were told of the first.']) {
      await two.api.as('analyst').do('comment', { proposalId: id, body });
      await two.place();
      await witness.next();
    }
    const ended = listener.ended.then(() => 'ended');
    expect(await Promise.race([ended, new Promise(resolve => setImmediate(() => resolve('open')))])).toBe('open');
    await stopAll();
    expect(await told).toBe('silent');
  });
});

describe('A process that ends', () => {
  it('says so with code 1001, and its clients go on at another one', async () => {
    const drain = new Drain();
    const third = await openTwo({ drain });
    const { approver } = third.api.store.cast.members;
    let url = third.other.url;
    const listener = listenTo({ url: () => url, token: approver.token, retries: 50 }, workChanged);
    expect(await listener.next()).toEqual(all);
    url = third.api.url;
    expect(await drain.end(third.other.app, 10)).toBe(0);
    expect(await listener.ended).toMatchObject({ code: 1001 });
    expect(await listener.next()).toEqual(all);
    await stopAll();
    await third.close();
  });
});
