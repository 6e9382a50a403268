// The checker, a program of its own: `main.ts HISTORY DATABASE_URL`. Reads the clients' history and the database, says in one line of
// JSON what it examined and what it found wrong. It knows the product's tables and bytes, and asks neither its api nor its rules.
import { withDatabase } from '../product.js';
import { readHistory } from '../history.js';
import { examineApprovals, examineDuties } from './approvals.js';
import { examineChains } from './chains.js';
import { examineCommands } from './commands.js';
import { examineFolds } from './folds.js';
import type { Finding } from './invariant.js';
import { examineRaces, type Winners } from './races.js';
import { readRecords } from './records.js';
import { readTestimony } from './told.js';
import { examineWords } from './words.js';

export interface Verdict {
  findings: Finding[];
  winners: Winners;
}

async function main([history = '', url = '']: string[]): Promise<void> {
  const testimony = readTestimony(readHistory(history));
  const records = await withDatabase(url, readRecords);
  const [acknowledged, others, receipts] = examineCommands(testimony, records) as [Finding, Finding, Finding];
  const { finding: races, winners } = examineRaces(testimony, records);
  const findings = [
    ...[acknowledged, others, examineApprovals(records), examineChains(records)],
    ...[await examineFolds(url, records), receipts, examineDuties(records), examineWords(records), races],
  ];
  console.log(JSON.stringify({ findings, winners } satisfies Verdict));
}

await main(process.argv.slice(2));
