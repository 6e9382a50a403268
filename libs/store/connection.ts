// The bare pg client beneath a TypeORM query runner, for the hot path's named, prepared statements.
import type { DataSource, QueryRunner } from 'typeorm';
import { step } from './steps.js';

export interface PgClient {
  query<Row>(query: { name: string; text: string; values: unknown[] }): Promise<{ rows: Row[] }>;
}

/** A statement that is prepared once per connection under its name. */
export interface Statement {
  name: string;
  text: string;
}

export async function run<Row>(client: PgClient, statement: Statement, values: unknown[]): Promise<Row[]> {
  const { rows } = await step(statement.name, () => client.query<Row>({ ...statement, values }));
  return rows;
}

/** Runs `work` on a connection of the pool and gives it back. */
export async function withClient<T>(
  dataSource: DataSource,
  work: (client: PgClient, runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    return await work((await runner.connect()) as PgClient, runner);
  } finally {
    await runner.release();
  }
}

/** One transaction: committed when `work` resolves, rolled back when it throws. */
export const inTransaction = <T>(dataSource: DataSource, work: (client: PgClient) => Promise<T>): Promise<T> =>
  withClient(dataSource, async (client, runner) => {
    await step('begin', () => runner.startTransaction());
    try {
      const result = await work(client);
      await step('commit', () => runner.commitTransaction());
      return result;
    } catch (error) {
      // A connection that broke took its transaction with it, and the runner gave it up: what broke it is what is to be told.
      if (runner.isTransactionActive && !runner.isReleased) await runner.rollbackTransaction();
      throw error;
    }
  });

export const sqlState = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;

export const constraintOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'constraint' in error ? String(error.constraint) : undefined;
