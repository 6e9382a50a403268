// Long ways through the life of proposals, with every command there is, in an order that chance (seeded) picks among the lawful.
import { v7 as uuidv7 } from 'uuid';
import { isProblem, type Actor, type CommandType } from '#governance';
import { handleCommand, type CommandReceipt } from '#store';
import { t1, t2, t3, urgentRecord } from '../builders/index.js';
import { personaKeys, type PersonaKey } from './cast.js';
import { drawTry } from './draw-try.js';
import type { OpenStore } from './open-store.js';
import { rngOf } from './rng.js';

export interface Traveller {
  send(who: PersonaKey, type: CommandType, input: object): Promise<CommandReceipt | undefined>;
  /** Commands that were recorded, and how often. */
  recorded: Map<CommandType, number>;
}

export async function travellerIn({ cast, actorOf, dataSource }: OpenStore): Promise<Traveller> {
  const actors = {} as Record<PersonaKey, Actor>;
  for (const who of personaKeys) actors[who] = await actorOf(cast.members[who]);
  const recorded: Traveller['recorded'] = new Map();
  return {
    recorded,
    send: async (who, type, input) => {
      const circumstances = { commandId: uuidv7(), actor: actors[who], at: new Date().toISOString() };
      const outcome = await handleCommand(dataSource, { type, input, ...circumstances, newId: () => uuidv7() });
      if (isProblem(outcome)) return undefined;
      recorded.set(type, (recorded.get(type) ?? 0) + 1);
      return outcome;
    },
  };
}

/** Some proposals, each carried on for `steps` tries. Answers their ids. */
export async function travel(store: OpenStore, traveller: Traveller, seed: number, steps: number): Promise<string[]> {
  const rng = rngOf(seed);
  const ids: string[] = [];
  for (const dossier of [t1(), t2(), t3()]) {
    const begun = await traveller.send('analyst', 'DraftProposal', { title: `Journey ${seed}`, dossier });
    let proposal = begun!.proposal;
    ids.push(proposal.id);
    for (let step = 0; step < steps; step += 1)
      proposal = (await traveller.send(...drawTry(rng, proposal, store.cast)))?.proposal ?? proposal;
  }
  const copied = await traveller.send('analyst', 'DraftProposal', { title: 'A copy', copyOf: ids[0] });
  if (copied) ids.push(copied.proposal.id);
  const urgent = { title: 'Case 4417', record: urgentRecord() };
  ids.push((await traveller.send('analyst', 'RecordUrgentDisclosure', urgent))!.proposal.id);
  return ids;
}
