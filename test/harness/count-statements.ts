// Which statements a piece of work sends: a proxy before `query` of every connection that the pool hands out meanwhile.
import pg from 'pg';
import type { DataSource } from 'typeorm';

interface Counted<T> {
  result: T;
  /** The name of a prepared statement, or the text of a plain one. */
  statements: string[];
}

/** Nothing else may use the pool meanwhile. */
export async function countStatements<T>(dataSource: DataSource, work: () => Promise<T>): Promise<Counted<T>> {
  const statements: string[] = [];
  const before = pg.Client.prototype.query;
  const counting = function (this: pg.Client, ...asked: unknown[]): unknown {
    const [what] = asked as [string | { name?: string; text?: string }];
    statements.push(typeof what === 'string' ? what : (what.name ?? what.text ?? 'unknown'));
    return (before as (...args: unknown[]) => unknown).apply(this, asked);
  };
  pg.Client.prototype.query = counting as typeof before;
  try {
    return { result: await work(), statements };
  } finally {
    pg.Client.prototype.query = before;
  }
}
