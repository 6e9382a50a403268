// A command that is judged and recorded like any other and then taken back: what would happen, without its happening.
import { v7 as uuidv7 } from 'uuid';
import type { DataSource } from 'typeorm';
import { isProblem, type Actor, type CommandType, type Problem } from '#governance';
import { handleCommand } from '#store';

/** Undefined: it would be accepted. */
export async function rehearse(
  dataSource: DataSource,
  actor: Actor,
  type: CommandType,
  input: object,
): Promise<Problem | undefined> {
  const at = new Date().toISOString();
  const request = { type, commandId: uuidv7(), input, actor, at, newId: () => uuidv7() };
  const outcome = await handleCommand(takenBack(dataSource), request);
  return isProblem(outcome) ? outcome : undefined;
}

/** The same pool, whose transactions end in a rollback. */
const takenBack = (dataSource: DataSource): DataSource =>
  ({
    createQueryRunner: () => {
      const runner = dataSource.createQueryRunner();
      runner.commitTransaction = () => runner.rollbackTransaction();
      return runner;
    },
  }) as unknown as DataSource;
