// Reads the command line of the verifier.
import { parseArgs } from 'node:util';

export const usage = `Usage: npm run verify -- BUNDLE --key KEY… [--known CHECKPOINT]… [--receipt FILE]… [--witness POLICY [--max-age SECONDS]] [--json]
       npm run verify -- RECEIPT.tlog-proof --key KEY… [--json]

Judges an exported bundle, or a single receipt, without server, database or network.

  --key      the log's key as you have it from its owner: name+id+base64, or a file that holds it. Never out of the bundle.
             Again for each further one that you hold, of before or after a rotation, or of the log after a declared loss.
  --known    a checkpoint that somebody kept: the bundle has to be its continuation
  --receipt  a receipt that somebody kept: its entry has to be in its place
  --witness  a policy of witnesses (c2sp.org/tlog-policy): enough of them have to have cosigned
  --max-age  and not longer ago than so many seconds
  --json     the verdict for programs

Exit: 0 verified; 1 tampered, the first bad place named; 2 cannot be judged. docs/verifying.md says what that means.`;

export interface Asked {
  evidence: string;
  keys: string[];
  known: string[];
  receipts: string[];
  witness?: string;
  maxAge?: number;
  json: boolean;
}

const many = { type: 'string', multiple: true, default: [] as string[] } as const;
const options = {
  key: many,
  known: many,
  receipt: many,
  witness: { type: 'string' },
  'max-age': { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const;

export function readArguments(args: string[]): Asked | { fault: string } | { help: true } {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const { key: keys, known, receipt: receipts, witness, 'max-age': age, json, help } = values;
    if (help) return { help };
    const [evidence, ...more] = positionals;
    if (evidence === undefined || more.length > 0) return { fault: 'Name one bundle or one receipt.' };
    if (keys.length === 0)
      return { fault: '--key is missing: without a key of your own, anybody’s signature would do.' };
    if (age !== undefined && !/^\d{1,10}$/.test(age)) return { fault: '--max-age takes a number of seconds.' };
    if (age !== undefined && witness === undefined)
      return { fault: '--max-age is about cosignatures, and needs --witness.' };
    const policy = {
      ...(witness === undefined ? {} : { witness }),
      ...(age === undefined ? {} : { maxAge: Number(age) }),
    };
    return { evidence, keys, known, receipts, json, ...policy };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}
