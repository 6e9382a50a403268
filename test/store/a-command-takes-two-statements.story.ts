// How many statements a command sends: two beside BEGIN and COMMIT, whatever the command, and one or two more where it names people; one
// more to know whose token it is.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { commandTypes, isProblem, type CommandType } from '#governance';
import { authenticate, handleCommand } from '#store';
import { urgentRecord } from '../builders/index.js';
import { countStatements, openStore, travel, travellerIn, type OpenStore } from '../harness/index.js';

let store: OpenStore;
beforeAll(async () => void (store = await openStore(1)));
afterAll(() => store.close());

const transaction = ['START TRANSACTION', 'load-command', 'record-command', 'COMMIT'];
/** What is looked up behind the lock, where a command names people. */
const lookedUp: Partial<Record<CommandType, string[]>> = { AssignTask: ['clock-of-one', 'actors-by-id'] };
const wayOf = (type: CommandType): string => transaction.toSpliced(2, 0, ...(lookedUp[type] ?? [])).join(', ');

describe('Statements', () => {
  it('of every accepted command are two in one transaction', async () => {
    const traveller = await travellerIn(store);
    const seen = new Map<CommandType, Set<string>>();
    const counting = {
      ...traveller,
      send: async (...asked: Parameters<typeof traveller.send>) => {
        const { result, statements } = await countStatements(store.dataSource, () => traveller.send(...asked));
        if (result) seen.set(asked[1], (seen.get(asked[1]) ?? new Set()).add(statements.join(', ')));
        return result;
      },
    };
    for (const seed of [1, 2, 3, 4, 5, 6]) await travel(store, counting, seed, 120);
    expect([...seen.keys()].sort()).toEqual([...commandTypes].sort());
    for (const [type, ways] of seen) expect([type, [...ways]]).toEqual([type, [wayOf(type)]]);
  });

  it('of a comment that mentions somebody are three', async () => {
    const { members } = store.cast;
    const [author, named] = [await store.actorOf(members.analyst), members.approver.personId];
    const send = (type: CommandType, input: object) =>
      handleCommand(store.dataSource, {
        ...{ type, input, actor: author, commandId: uuidv7(), at: new Date().toISOString(), newId: uuidv7 },
      });
    const drafted = await send('RecordUrgentDisclosure', { title: 'Case 4417', record: urgentRecord() });
    if (isProblem(drafted)) throw new Error(JSON.stringify(drafted));
    const said = { proposalId: drafted.proposal.id, body: 'See this.', mentions: [named] };
    const { result, statements } = await countStatements(store.dataSource, () => send('Comment', said));
    expect(isProblem(result)).toBe(false);
    expect(statements).toEqual(transaction.toSpliced(2, 0, 'actors-by-id'));
  });

  it('of a refused command are one, and nothing is committed', async () => {
    const actor = await store.actorOf(store.cast.members.outsider);
    const refused = (type: CommandType, input: object) =>
      countStatements(store.dataSource, () =>
        handleCommand(store.dataSource, {
          type,
          input,
          actor,
          commandId: uuidv7(),
          at: new Date().toISOString(),
          newId: uuidv7,
        }),
      );
    const missing = await refused('Comment', { proposalId: uuidv7(), body: 'Hello?' });
    expect(isProblem(missing.result)).toBe(true);
    expect(missing.statements.slice(0, 2)).toEqual(['START TRANSACTION', 'load-command']);
    expect(missing.statements).toHaveLength(3);
    const malformed = await refused('Comment', { proposalId: uuidv7(), body: '' });
    expect(malformed.statements).toEqual([]);
  });

  it('of a repeated command are its load and one read of its entries', async () => {
    const actor = await store.actorOf(store.cast.members.analyst);
    const input = { title: 'Case 4417', record: urgentRecord() };
    const request = {
      type: 'RecordUrgentDisclosure' as const,
      input,
      actor,
      commandId: uuidv7(),
      at: new Date().toISOString(),
      newId: uuidv7,
    };
    await handleCommand(store.dataSource, request);
    const { statements } = await countStatements(store.dataSource, () => handleCommand(store.dataSource, request));
    expect(statements).toEqual(['START TRANSACTION', 'load-command', 'COMMIT', 'history-oldest-first']);
  });

  it('of authentication are one', async () => {
    const { token } = store.cast.members.analyst;
    const { statements } = await countStatements(store.dataSource, () => authenticate(store.dataSource, token));
    expect(statements).toEqual(['authenticate']);
  });
});
