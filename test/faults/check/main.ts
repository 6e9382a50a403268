// The checker, a program of its own: `main.ts HOME DATABASE_URL KEY`. Reads the clients' history and the database, says in one line of
// JSON what it examined and what it found wrong. It knows the product's tables and bytes, and asks neither its api nor its rules; last
// of all it does as an auditor would, with the programs that auditors are given.
import { historyIn, readHistory } from '../history.js';
import { withDatabase } from '../product.js';
import { examineApprovals, examineDuties } from './approvals.js';
import { examineChains } from './chains.js';
import { examineCommands } from './commands.js';
import { examineFolds } from './folds.js';
import type { Finding } from './invariant.js';
import { examineProof } from './proof.js';
import { examineRaces, type Winners } from './races.js';
import { readRecords } from './records.js';
import { readTestimony } from './told.js';
import { examineWords } from './words.js';

export interface Verdict {
  findings: Finding[];
  winners: Winners;
}

async function main([home = '', url = '', key = '']: string[]): Promise<void> {
  const testimony = readTestimony(readHistory(historyIn(home)));
  const records = await withDatabase(url, readRecords);
  const [acknowledged, others, receipts] = examineCommands(testimony, records) as [Finding, Finding, Finding];
  const { finding: races, winners } = examineRaces(testimony, records);
  const findings = [
    ...[acknowledged, others, examineApprovals(records), examineChains(records)],
    ...[await examineFolds(url, records), receipts, examineDuties(records), examineWords(records), races],
    examineProof({ home, url, key }, testimony, records),
  ];
  console.log(JSON.stringify({ findings, winners } satisfies Verdict));
}

await main(process.argv.slice(2));
