// I8: every commitment in an entry has the words that it commits to, and no words stand where nothing commits to them.
import { createHmac } from 'node:crypto';
import { canonicalJson, type CanonicalValue } from '#ledger';
import { Examination, type Finding } from './invariant.js';
import type { Records } from './records.js';

export function examineWords({ entries }: Records): Finding {
  const exam = new Examination('I8', 'every commitment has its words, and they verify');
  for (const { stream, sequence, said, words } of entries) {
    const place = `${stream} ${sequence}`;
    const commitments = new Map(commitmentsIn(said.payload));
    for (const { path, salt, words: text } of words) {
      const made = createHmac('sha256', Buffer.from(salt, 'hex'))
        .update(canonicalJson(JSON.parse(text) as CanonicalValue))
        .digest('hex');
      exam.saw('commitments');
      exam.expect(commitments.get(path) === made, () => `${place}${path}: the words are not those committed to`);
      commitments.delete(path);
    }
    for (const path of commitments.keys()) exam.expect(false, () => `${place}${path}: a commitment without words`);
  }
  return exam.finding;
}

/** Where commitments stand, as JSON pointers. */
function commitmentsIn(value: unknown, path = ''): [path: string, commitment: string][] {
  if (typeof value !== 'object' || value === null) return [];
  const { commitment } = value as { commitment?: string };
  const own: [string, string][] = typeof commitment === 'string' ? [[path, commitment]] : [];
  return [...own, ...Object.entries(value).flatMap(([key, part]) => commitmentsIn(part, `${path}/${key}`))];
}
