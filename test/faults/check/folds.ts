// I5: each row is what its entries make of it, content, columns and head.
import { isDeepStrictEqual } from 'node:util';
import type { DataSource } from 'typeorm';
import { createDataSource, rebuildProposal } from '#store';
import { readOff } from '../../harness/read-off.js';
import { Examination, type Finding } from './invariant.js';
import { groupBy, type Records } from './records.js';

export async function examineFolds(url: string, { entries, proposals }: Records): Promise<Finding> {
  const exam = new Examination('I5', 'every row is the fold of its entries');
  const chains = groupBy(entries, ({ proposal_id: proposal }) => proposal ?? 'directory');
  const dataSource = await createDataSource({ url, role: 'migrator', poolSize: 1 }).initialize();
  try {
    for (const row of proposals) {
      exam.saw('rows');
      const id = String(row['id']);
      const folded = await fold(dataSource, id);
      exam.expect(isDeepStrictEqual(row['content'], folded), () => `${id}: its content is not the fold`);
      for (const [column, value] of Object.entries(folded ? readOff(folded) : {}))
        exam.expect(isDeepStrictEqual(row[column], value), () => `${id}: column ${column} is not the fold`);
      const last = chains.get(id)?.at(-1);
      const isHead = last?.sequence === row['last_sequence'] && last?.hash.equals(row['last_hash'] as Buffer);
      exam.expect(isHead === true, () => `${id}: its head is not its last entry`);
    }
  } finally {
    await dataSource.destroy();
  }
  for (const id of chains.keys())
    exam.expect(id === 'directory' || proposals.some(row => row['id'] === id), () => `${id}: entries without a row`);
  return exam.finding;
}

const fold = async (dataSource: DataSource, id: string): Promise<Record<string, any> | undefined> => {
  const folded = await rebuildProposal(dataSource, id);
  return folded && (JSON.parse(JSON.stringify(folded)) as Record<string, any>);
};
