// That nobody holds one role twice at one time, a constraint of the database says once more: to whatever writes around the rules.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '#governance';
import { openStore, type OpenStore } from '../harness/index.js';

let store: OpenStore;
let personId: string;
beforeAll(async () => {
  store = await openStore();
  ({ personId } = await store.cast.add({ name: 'Pat Between', organisation: 'lead', roles: [] }));
});
afterAll(() => store.close());

const [first, second, third] = [
  '2030-01-01T00:00:00.000Z',
  '2030-02-01T00:00:00.000Z',
  '2030-03-01T00:00:00.000Z',
] as const;
const held = (role: Role, startsAt: string, endsAt?: string, organisation: 'lead' | 'partnerA' = 'lead') => ({
  ...{ type: 'RoleAssigned' as const, assignmentId: uuidv7(), personId, role, startsAt },
  ...{ organisationId: store.cast.organisations[organisation], ...(endsAt ? { endsAt } : {}) },
});

/** Written as the rules never would: without asking them. Nothing that is refused is kept. */
const write = (...events: ReturnType<typeof held>[]): Promise<void> => store.cast.change(events);

describe('The table of roles refuses', () => {
  it('one role twice at one time in one organisation', async () => {
    const twice = write(held('approver', first, third), held('approver', second));
    await expect(twice).rejects.toThrow('no_role_twice_at_once');
  });

  it('nothing that is lawful: one after the other, in two organisations, or one that never was in force', async () => {
    await write(held('analyst', first, second), held('analyst', second, third), held('analyst', third));
    await write(held('approver', second, third), held('approver', second, third, 'partnerA'));
    await write(held('approver', second, second));
  });
});
