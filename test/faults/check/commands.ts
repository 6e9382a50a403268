// I1, I2, I6: what the clients were told against what the ledger holds. Their history is the oracle, whatever the product says.
import { Examination, type Finding } from './invariant.js';
import { groupBy, type Records, type StoredEntry } from './records.js';
import { keyOf, type Testimony, type Told } from './told.js';

export function examineCommands({ commands }: Testimony, { entries, receipts }: Records): Finding[] {
  const recorded = groupBy(
    entries.filter(({ proposal_id: proposal }) => proposal !== null),
    entry => keyOf(entry.actor_id, entry.command_id),
  );
  const told = [...commands.values()];
  return [
    examineAcknowledged(told.filter(isAcknowledged), recorded),
    examineOthers(
      told.filter(each => !isAcknowledged(each)),
      recorded,
    ),
    examineReceipts(told, recorded, receipts),
  ];
}

const isAcknowledged = ({ acknowledged }: Told): boolean => acknowledged.length > 0;
const nameOf = ({ mutation, commandId, personId }: Told): string => `${mutation} ${commandId} of ${personId}`;
const lineOf = ({ id, sequence, type }: { id: string; sequence: number; type: string }, hash: string): string =>
  `${sequence} ${type} ${id} ${hash}`;

function examineAcknowledged(told: Told[], recorded: Map<string, StoredEntry[]>): Finding {
  const exam = new Examination('I1', 'every acknowledged command is in the ledger once, with the acknowledged result');
  for (const command of told) {
    const entries = recorded.get(command.key) ?? [];
    const stored = entries.map(entry => lineOf(entry, entry.hash.toString('hex'))).join(', ');
    exam.saw('commands');
    if (command.acknowledged.every(({ replayed }) => replayed)) exam.saw('known only by asking again');
    for (const { entries: answered, proposalId, replayed, version, sentence } of command.acknowledged) {
      exam.saw('acknowledgements');
      const said = answered.map(entry => lineOf(entry, entry.hash)).join(', ');
      exam.expect(
        said !== '' && said === stored,
        () => `${nameOf(command)}: acknowledged [${said}], recorded [${stored}]`,
      );
      exam.expect(
        entries.every(({ proposal_id: id }) => id === proposalId),
        () => `${nameOf(command)}: not on ${proposalId}`,
      );
      if (!replayed) {
        const versions = new Set(entries.map(({ said }) => said.version));
        exam.expect(
          versions.size === 1 && versions.has(version),
          () => `${nameOf(command)}: version ${version}, recorded ${[...versions].join()}`,
        );
      }
      if (sentence && entries.length > 0) {
        exam.saw('sentences');
        exam.expect(holds(entries, sentence), () => `${nameOf(command)}: recorded without “${sentence}”`);
      }
    }
  }
  return exam.finding;
}

/** A replay is told of the entries whichever attempt recorded them, but only for the same body. */
const holds = (entries: StoredEntry[], sentence: string): boolean =>
  entries.some(({ words }) => words.some(({ words: text }) => text.includes(JSON.stringify(sentence).slice(1, -1))));

function examineOthers(told: Told[], recorded: Map<string, StoredEntry[]>): Finding {
  const exam = new Examination(
    'I2',
    'refused commands are absent; those of unknown outcome are there once or not at all',
  );
  for (const command of told) {
    const entries = recorded.get(command.key) ?? [];
    if (command.unknown === 0) {
      exam.saw('refused');
      exam.expect(
        entries.length === 0,
        () => `${nameOf(command)}: refused, and recorded as ${entries.map(({ id }) => id).join()}`,
      );
    } else {
      exam.saw(entries.length > 0 ? 'unknown, recorded' : 'unknown, absent');
      exam.expect(
        isOnce(entries),
        () => `${nameOf(command)}: recorded more than once: ${entries.map(({ id }) => id).join()}`,
      );
    }
  }
  return exam.finding;
}

/** Entries of one act follow each other in one stream and give one version. */
function isOnce(entries: StoredEntry[]): boolean {
  const versions = new Set(entries.map(({ said }) => said.version));
  const streams = new Set(entries.map(({ stream }) => stream));
  const isRow = entries.every(({ sequence }, nth) => sequence === entries[0]!.sequence + nth);
  return versions.size <= 1 && streams.size <= 1 && isRow;
}

function examineReceipts(told: Told[], recorded: Map<string, StoredEntry[]>, receipts: Records['receipts']): Finding {
  const exam = new Examination(
    'I6',
    'one receipt for each person and command id; duplicates were answered the same entries',
  );
  const byKey = groupBy(receipts, ({ person_id: person, command_id: command }) => keyOf(person, command));
  for (const [key, entries] of recorded) {
    exam.saw('recorded commands');
    const [receipt, ...more] = byKey.get(key) ?? [];
    exam.expect(
      receipt !== undefined && more.length === 0,
      () => `${key}: ${more.length + (receipt ? 1 : 0)} receipts`,
    );
    if (!receipt) continue;
    const { first_sequence: first, last_sequence: last, proposal_id: proposal } = receipt;
    const isRange = isOnce(entries) && entries[0]!.sequence === first && entries.at(-1)!.sequence === last;
    exam.expect(
      isRange && entries[0]!.proposal_id === proposal,
      () => `${key}: the receipt says ${first} to ${last} of ${proposal}`,
    );
  }
  for (const key of byKey.keys()) exam.expect(recorded.has(key), () => `${key}: a receipt, and no entry`);
  for (const { acknowledged, ...command } of told.filter(each => each.acknowledged.length > 1)) {
    exam.saw('duplicates answered', acknowledged.length - 1);
    const answers = new Set(acknowledged.map(({ entries }) => JSON.stringify(entries)));
    const first = acknowledged.filter(({ replayed }) => !replayed).length;
    exam.expect(answers.size === 1, () => `${command.mutation} ${command.key}: ${answers.size} different answers`);
    exam.expect(
      first <= 1,
      () => `${command.mutation} ${command.key}: told ${first} times that it was recorded just now`,
    );
  }
  return exam.finding;
}
