// Reads the command line of the export.
import { parseArgs } from 'node:util';

export const usage = `Usage: npm run export -- --to FOLDER [--after BUNDLE] [--without-words]
       npm run export -- --format csv|jsonl --to FILE [--without-words]

Writes a bundle that npm run verify checks without this product: the whole ledger under its newest checkpoint. Or, with
--format, the decision history for people to read; that is no proof.

  --to             where to; nothing is ever written over. A bundle that was stopped half-way is gone on with.
  --after          an earlier bundle of the same ledger: what it holds need not be read again
  --without-words  leaves out texts and names, and keeps the commitments to them

The database is that of DATABASE_URL, with a login that is in the group assent_auditor; without it, the embedded one.
Exit: 0 written; 1 not written; 2 the command line has a fault.`;

export interface Asked {
  to: string;
  format: 'bundle' | 'csv' | 'jsonl';
  after?: string;
  withWords: boolean;
}

const options = {
  to: { type: 'string' },
  after: { type: 'string' },
  format: { type: 'string', default: 'bundle' },
  'without-words': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const;

export function readArguments(args: string[]): Asked | { fault: string } | { help: true } {
  try {
    const { values } = parseArgs({ args, options });
    const { to, after, format, help } = values;
    if (help) return { help };
    if (to === undefined) return { fault: '--to is missing.' };
    if (format !== 'bundle' && format !== 'csv' && format !== 'jsonl')
      return { fault: `--format takes csv or jsonl, not ${format}.` };
    if (after !== undefined && format !== 'bundle') return { fault: '--after is for bundles only.' };
    return { to, format, withWords: !values['without-words'], ...(after === undefined ? {} : { after }) };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}
