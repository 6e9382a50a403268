// After a restore: does the database hold what its manifest says, and does it hold together?
import { isDeepStrictEqual } from 'node:util';
import { createDataSource, inspectChains, inspectRows, ownerUrl, readContents, type Contents } from '#store';
import { withOwner } from '../installation.js';
import { count, sparingly } from '../progress.js';

export interface Inspection {
  /** What was looked at and found right, a sentence each. */
  right: string[];
  /** What was not. */
  wrong: string[];
}

interface Order {
  expected: Contents;
  /** Rows to compare with their entries; all unless given. */
  sample?: number;
  say: (line: string) => void;
}

export async function inspect(url: string, { expected, sample, say }: Order): Promise<Inspection> {
  const found: Inspection = { right: [], wrong: [] };
  const told = sparingly(say);
  await withOwner(url, { readOnly: true }, async client => {
    compare(found, await readContents(client), expected);
    const chains = await inspectChains(client, entries =>
      told(`${count(entries, 'entry', 'entries')} of ${expected.entries} followed …`),
    );
    const { faults, streams, entries } = chains;
    for (const { stream, sequence, what } of faults.slice(0, most)) found.wrong.push(`${stream} ${sequence}: ${what}.`);
    if (faults.length > most) found.wrong.push(`… and ${count(faults.length - most, 'more fault')} of the chains.`);
    if (faults.length === 0)
      found.right.push(
        `${count(streams, 'stream')} with ${count(entries, 'entry', 'entries')}: each names the hash of the one before it.`,
      );
  });
  await compareRows(found, url, { expected, sample, say: told });
  return found;
}

const most = 10;

function compare({ right, wrong }: Inspection, contents: Contents, expected: Contents): void {
  const { entries, proposals } = contents;
  if (isDeepStrictEqual(contents, expected))
    right.push(
      `${count(proposals, 'proposal')}, ${count(entries, 'entry', 'entries')} and the heads of all streams are those of the manifest.`,
    );
  else
    wrong.push(
      `It does not hold what its manifest says: ${entries} entries instead of ${expected.entries}, ` +
        `${proposals} proposals instead of ${expected.proposals}, or other heads or migrations.`,
    );
}

async function compareRows({ right, wrong }: Inspection, url: string, { sample, say }: Order): Promise<void> {
  const address = ownerUrl(url, { readOnly: true });
  const dataSource = await createDataSource({ url: address, role: 'migrator', poolSize: 1 }).initialize();
  try {
    const progress = (done: number, of: number): void => say(`${done} of ${count(of, 'proposal')} folded …`);
    const { compared, proposals, differing } = await inspectRows(dataSource, { sample, progress });
    const some = compared === proposals ? '' : ` of ${proposals}`;
    if (differing.length === 0)
      right.push(`${count(compared, 'proposal')}${some}: each row is what its entries make of it.`);
    for (const id of differing.slice(0, most))
      wrong.push(`The row of proposal ${id} is not what its entries make of it.`);
    if (differing.length > most) wrong.push(`… and ${count(differing.length - most, 'more row')}.`);
  } finally {
    await dataSource.destroy();
  }
}
