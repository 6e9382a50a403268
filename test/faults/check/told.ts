// The clients' history put together: for each command, by person and command id, all that its sender was ever told.
import type { Acknowledged, Note, Raced } from '../history.js';

export interface Told {
  /** Person and command id: the key of idempotency. */
  key: string;
  personId: string;
  commandId: string;
  mutation: string;
  acknowledged: (Acknowledged & { sentence: string | null })[];
  refused: number;
  /** Attempts of which nobody was told what came, those that never got an answer among them. */
  unknown: number;
}

export interface Testimony {
  commands: Map<string, Told>;
  races: Raced[];
  /** Signed checkpoints, as they were shown while it went on. */
  checkpoints: string[];
  attempts: number;
}

export const keyOf = (personId: string, commandId: string): string => `${personId} ${commandId}`;

export function readTestimony(notes: Note[]): Testimony {
  const commands = new Map<string, Told>();
  const attempts = new Map<number, { told: Told; sentence: string | null }>();
  const races: Raced[] = [];
  const checkpoints: string[] = [];
  for (const note of notes) {
    if (note.note === 'raced') {
      races.push(note);
    } else if (note.note === 'shown') {
      checkpoints.push(note.checkpoint);
    } else if (note.note === 'sent') {
      const { personId, commandId, mutation, sentence } = note;
      const key = keyOf(personId, commandId);
      const told = commands.get(key) ?? {
        key,
        personId,
        commandId,
        mutation,
        acknowledged: [],
        refused: 0,
        unknown: 0,
      };
      commands.set(key, told);
      attempts.set(note.attempt, { told, sentence });
      told.unknown += 1;
    } else if (note.note !== 'unknown') {
      const { told, sentence } = attempts.get(note.attempt)!;
      told.unknown -= 1;
      if (note.note === 'acknowledged') told.acknowledged.push({ ...note, sentence });
      else told.refused += 1;
    }
  }
  return { commands, races, checkpoints, attempts: attempts.size };
}
